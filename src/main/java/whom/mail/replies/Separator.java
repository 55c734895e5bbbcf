package whom.mail.replies;

import java.util.regex.Pattern;

/** Lines that part the sender's words from what follows: "-----Original Message-----", rules, "-- ". */
final class Separator {

    private static final int LONGEST = 200;
    private static final String RULE = "-_=*~—–−#+<>";
    private static final Pattern ORIGINAL = Words.pattern("^[\\[\"]?" + Words.anyOf("original") + "(?![\\p{IsLatin}\\p{IsCyrillic}]).{0,60}$");
    private static final Pattern FORWARDS = Words.pattern("^(?:please type your )?" + Words.anyOf("forwards") + "[\\s:：.]{0,4}$");
    private static final Pattern ONLY_RULE = Pattern.compile("^[-_,=+~#*ᐧ—–−]{2,}$|^[-_—–ᐧ]$|^(?:[-_=*~] ){3,}[-_=*~]?$");
    /** Above what one answers to, Notes drew a table of who wrote it. */
    private static final Pattern NOTES = Pattern.compile("^\\|-{6,}\\+-{6,}>$");

    private Separator() {}

    static boolean isOriginal(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        int from = 0;
        int rules = 0;
        while (from < line.length() && (line.charAt(from) == ' ' || RULE.indexOf(line.charAt(from)) >= 0)) {
            rules += line.charAt(from) == ' ' ? 0 : 1;
            from++;
        }
        int to = line.length();
        while (to > from && (" :".indexOf(line.charAt(to - 1)) >= 0 || RULE.indexOf(line.charAt(to - 1)) >= 0)) {
            to--;
        }
        String words = line.substring(from, to);
        return rules >= 2 && ORIGINAL.matcher(words).matches() || FORWARDS.matcher(words).matches();
    }

    static boolean isNotes(String line) {
        return NOTES.matcher(line).matches();
    }

    static boolean isRule(String line) {
        return line.length() <= LONGEST && ONLY_RULE.matcher(line).matches();
    }
}
