package whom.vocabulary.grammar;

/** The tables of German grammar: what articles and adjectives end in, by case (across) and gender or plural (down). */
final class GermanEndings {

    private static final String[][] DER = {
        {"der", "des", "dem", "den"}, {"die", "der", "der", "die"}, {"das", "des", "dem", "das"}, {"die", "der", "den", "die"}};
    /** dies-, jed-, welch-, all- */
    private static final String[][] STRONG_ARTICLE = {
        {"er", "es", "em", "en"}, {"e", "er", "er", "e"}, {"es", "es", "em", "es"}, {"e", "er", "en", "e"}};
    /** ein-, kein-, Ihr- */
    private static final String[][] EIN = {
        {"", "es", "em", "en"}, {"e", "er", "er", "e"}, {"", "es", "em", ""}, {"e", "er", "en", "e"}};

    private static final String[][] WEAK = {
        {"e", "en", "en", "en"}, {"e", "en", "en", "e"}, {"e", "en", "en", "e"}, {"en", "en", "en", "en"}};
    private static final String[][] MIXED = {
        {"er", "en", "en", "en"}, {"e", "en", "en", "e"}, {"es", "en", "en", "es"}, {"en", "en", "en", "en"}};
    private static final String[][] STRONG = {
        {"er", "en", "em", "en"}, {"e", "er", "er", "e"}, {"es", "en", "em", "es"}, {"e", "er", "en", "e"}};

    private GermanEndings() {}

    static String article(Determiner determiner, Gender gender, Case kase, boolean plural) {
        int row = plural ? 3 : gender.ordinal();
        int column = kase.ordinal();
        return switch (determiner) {
            case NONE -> "";
            case A -> plural ? "" : "ein" + EIN[row][column];
            case NO -> "kein" + EIN[row][column];
            case YOUR -> "Ihr" + EIN[row][column];
            case THE -> DER[row][column];
            case THIS -> "dies" + STRONG_ARTICLE[row][column];
            case EACH -> "jed" + STRONG_ARTICLE[row][column];
            case WHICH -> "welch" + STRONG_ARTICLE[row][column];
            case ALL -> "all" + STRONG_ARTICLE[row][column];
            case ZUM -> gender == Gender.FEMININE ? "zur" : "zum";
            case VOM -> gender == Gender.FEMININE ? "von der" : "vom";
            case BEIM -> gender == Gender.FEMININE ? "bei der" : "beim";
            case IM -> gender == Gender.FEMININE ? "in der" : "im";
            case AM -> gender == Gender.FEMININE ? "an der" : "am";
            case INS -> gender == Gender.NEUTER ? "ins" : "in " + DER[row][Case.ACCUSATIVE.ordinal()];
        };
    }

    static String adjective(Determiner determiner, Gender gender, Case kase, boolean plural) {
        String[][] table = switch (determiner) {
            case NONE -> STRONG;
            case A -> plural ? STRONG : MIXED;
            case NO, YOUR -> MIXED;
            default -> WEAK;
        };
        return table[plural ? 3 : gender.ordinal()][kase.ordinal()];
    }
}
