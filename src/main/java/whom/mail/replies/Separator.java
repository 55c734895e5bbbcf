package whom.mail.replies;

import java.util.regex.Pattern;

/** Lines that part the sender's words from what follows: "-----Original Message-----", rules, "-- ". */
final class Separator {

    private static final String RULE = "[-_=*~—–−#+<>]";
    private static final Pattern ORIGINAL = Words.pattern("^[\\s>*_]{0,4}(?:" + RULE + "{2,60}\\s?){1,3}\\s{0,4}\\[?\"?(?:" + Words.anyOf("original") + ")\\b?.{0,60}?(?:"
            + RULE + "{2,60}\\s?){0,3}[:：]?$");
    private static final Pattern FORWARDS = Words.pattern("^[\\s>*_#-]{0,8}(?:please type your )?" + Words.anyOf("forwards") + "[\\s:：.*_#-]{0,8}$");
    private static final Pattern ONLY_RULE = Pattern.compile("^[-_,=+~#*ᐧ—–−]{2,}$|^[-_—–ᐧ]$|^(?:[-_=*~] ){3,}[-_=*~]?$");
    private static final Pattern SIGNATURE = Pattern.compile("^--\\s?$|^—$|^--\\s?(?:<br>)?$");

    private Separator() {}

    static boolean isOriginal(String line) {
        return line.length() < 200 && (ORIGINAL.matcher(line).matches() || FORWARDS.matcher(line).matches());
    }

    static boolean isSignature(String line) {
        return SIGNATURE.matcher(line).matches();
    }

    static boolean isRule(String line) {
        return ONLY_RULE.matcher(line).matches();
    }
}
