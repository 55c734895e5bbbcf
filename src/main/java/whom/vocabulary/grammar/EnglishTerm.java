package whom.vocabulary.grammar;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Written {@code a client, clients}: the article is part of it, since "a user" and "an hour" follow the ear, not the letter. */
record EnglishTerm(String written, String article, String singular, String plural) implements Term {

    static EnglishTerm of(String written) {
        String text = written.strip();
        int comma = text.indexOf(',');
        String one = comma < 0 ? text : text.substring(0, comma).strip();
        int space = one.indexOf(' ');
        String first = space < 0 ? "" : one.substring(0, space).toLowerCase(Locale.ROOT);
        boolean hasArticle = first.equals("a") || first.equals("an");
        String singular = hasArticle ? one.substring(space + 1).strip() : one;
        String plural = comma < 0 ? "" : text.substring(comma + 1).strip();
        if (singular.isEmpty() || plural.isEmpty() || !hasArticle || plural.indexOf(',') >= 0) {
            throw new BadTerm("Write one with its article, a comma, then several: a client, clients");
        }
        return new EnglishTerm(text, first, singular, plural);
    }

    @Override
    public String form(Form form, @Nullable Deed deed) {
        String noun = form.plural() ? plural : singular;
        if (form.possessive()) {
            noun += noun.endsWith("s") && form.plural() ? "’" : "’s";
        } else if (deed != null) {
            noun += " " + (form.plural() ? deed.several() : deed.one());
        }
        String before = before(form);
        return before.isEmpty() ? noun : before + " " + noun;
    }

    private String before(Form form) {
        return switch (form.determiner()) {
            case NONE -> "";
            case A -> form.plural() ? "" : article;
            case NO -> "no";
            case YOUR -> "your";
            case THIS -> form.plural() ? "these" : "this";
            case EACH -> "each";
            case WHICH -> "which";
            case ALL -> "all";
            case THE, ZUM, VOM, BEIM, IM, AM, INS -> "the";
        };
    }
}
