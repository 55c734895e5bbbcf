package whom.mail.incoming;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whom.mail.mime.Headers;

/**
 * Whether our own receiving server says that a mail comes from where it says (RFC 8601). Only the fields that bear the name of
 * that server count: anybody can write such a field into their mail.
 */
final class Authentication {

    private static final Pattern COMMENT = Pattern.compile("\\([^()]{0,500}\\)");
    private static final Pattern RESULT = Pattern.compile("^\\s*(dmarc|dkim|spf)\\s*=\\s*([a-z]+)(.*)$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern DOMAIN = Pattern.compile("(header\\.from|header\\.d|header\\.i|smtp\\.mailfrom)\\s*=\\s*\"?(?:[^\\s;\"@]*@)?([^\\s;\"@]+)", Pattern.CASE_INSENSITIVE);

    private Authentication() {}

    /** @param server the name under which our own server writes its results; "" believes nobody */
    static boolean supports(Headers headers, String server, String sender) {
        String domain = sender.substring(sender.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        List<String> results = server.isBlank() ? List.of() : headers.all("Authentication-Results").stream().limit(20)
                .map(field -> COMMENT.matcher(field).replaceAll(" ")).filter(field -> isFrom(field, server)).toList();
        boolean passed = false;
        Set<String> judged = new HashSet<>();
        for (String field : results) {
            Set<String> here = new HashSet<>();
            for (String result : field.split(";")) {
                Matcher m = RESULT.matcher(result);
                if (m.matches()) {
                    String method = m.group(1).toLowerCase(Locale.ROOT);
                    if (method.equals("dmarc") && m.group(2).equalsIgnoreCase("fail")) {
                        return false;
                    }
                    here.add(method);
                    // our server writes on top: what stands further down came with the mail
                    passed |= !judged.contains(method) && m.group(2).equalsIgnoreCase("pass") && isAligned(m.group(3), domain);
                }
            }
            judged.addAll(here);
        }
        return passed;
    }

    private static boolean isFrom(String field, String server) {
        String[] words = field.strip().split("[\\s;]", 2);
        return words[0].equalsIgnoreCase(server.strip());
    }

    /** The domain that was checked is the sender's, or one of the two lies within the other. */
    private static boolean isAligned(String properties, String domain) {
        Matcher m = DOMAIN.matcher(properties);
        while (m.find()) {
            String checked = m.group(2).toLowerCase(Locale.ROOT);
            boolean within = checked.contains(".") && domain.contains(".") && (domain.endsWith("." + checked) || checked.endsWith("." + domain));
            if (checked.equals(domain) || within) {
                return true;
            }
        }
        return false;
    }
}
