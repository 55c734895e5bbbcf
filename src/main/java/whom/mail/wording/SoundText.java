package whom.mail.wording;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whom.kernel.Refused;
import whom.vocabulary.PlaceholderCheck;
import whom.vocabulary.Words;

/** A piece of text that goes by mail, as somebody typed it, checked: plain, of a length, with no braces but what is filled in. */
public final class SoundText {

    /** {@code <b>}, {@code </p>}, {@code <!--}: not {@code 2 < 3}, nor an address in angle brackets. */
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9-]*(?=[\\s/>]|$)|<!|<\\?");

    private SoundText() {}

    /** @param words of whoever wrote it, to say what is wrong @throws Refused naming the field */
    public static String of(String field, Map<String, String> typed, int longest, List<Blank> blanks, Words words) {
        String text = typed.getOrDefault(field, "").replace("\r\n", "\n").replace('\r', '\n').strip();
        if (text.length() > longest) {
            throw new Refused(field, "mail.texts.refused.long", longest);
        }
        if (text.chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\t')) {
            throw new Refused(field, "mail.texts.refused.control");
        }
        Matcher markup = MARKUP.matcher(text);
        if (markup.find()) {
            throw new Refused(field, "mail.texts.refused.markup", markup.group());
        }
        List<String> faults = PlaceholderCheck.explain(text, blanks.stream().map(Blank::key).collect(Collectors.toSet()), words);
        if (!faults.isEmpty()) {
            throw new Refused(field, "mail.texts.refused.blanks", faults.getFirst(), blanks.stream().map(Blank::written).collect(Collectors.joining(", ")));
        }
        return text;
    }
}
