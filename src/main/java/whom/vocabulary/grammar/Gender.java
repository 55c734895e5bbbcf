package whom.vocabulary.grammar;

/** The gender of a German noun, and the columns of its tables. */
enum Gender {
    MASCULINE("der"),
    FEMININE("die"),
    NEUTER("das");

    private final String article;

    Gender(String article) {
        this.article = article;
    }

    static Gender of(String article) {
        for (Gender each : values()) {
            if (each.article.equals(article)) {
                return each;
            }
        }
        throw new BadTerm("Begin with der, die or das: der Klient, des Klienten, die Klienten");
    }
}
