package whom.mail.reports;

import org.jspecify.annotations.Nullable;

/** What the codes of RFC 3463 and its registry say, where they say something: x.0.0 is used for anything. */
final class StatusCodes {

    private StatusCodes() {}

    static @Nullable Reason reason(String status) {
        return switch (status.substring(2)) {
            case "1.1", "1.3", "1.4", "1.5", "1.10" -> Reason.USER_UNKNOWN;
            case "1.2", "4.4" -> Reason.HOST_UNKNOWN;
            case "1.6" -> Reason.MOVED;
            case "2.2" -> Reason.MAILBOX_FULL;
            case "2.3", "3.4" -> Reason.TOO_BIG;
            case "4.1", "4.7" -> Reason.EXPIRED;
            case "3.2", "5.3" -> Reason.POLICY;
            case "1.0" -> null;
            default -> bySubject(status.charAt(2));
        };
    }

    private static @Nullable Reason bySubject(char subject) {
        return switch (subject) {
            case '1', '2', '6', '7' -> Reason.POLICY;
            case '3', '5' -> Reason.SYSTEM;
            case '4' -> Reason.NETWORK;
            default -> null;
        };
    }
}
