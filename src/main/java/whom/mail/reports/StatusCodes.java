package whom.mail.reports;

import org.jspecify.annotations.Nullable;

/** What the codes of RFC 3463 and its registry say where they say something; most servers use x.0.0 for anything. */
final class StatusCodes {

    private StatusCodes() {}

    static @Nullable Reason reason(String status) {
        String detail = status.substring(2);
        Reason exact = switch (detail) {
            case "1.1", "1.3", "1.4", "1.5", "1.10" -> Reason.USER_UNKNOWN;
            case "1.2" -> Reason.HOST_UNKNOWN;
            case "1.6" -> Reason.MOVED;
            case "1.7", "1.8", "1.9" -> Reason.POLICY;
            case "2.1" -> Reason.POLICY;
            case "2.2" -> Reason.MAILBOX_FULL;
            case "2.3", "3.4" -> Reason.TOO_BIG;
            case "4.1" -> status.startsWith("4") ? Reason.EXPIRED : Reason.NETWORK;
            case "4.7" -> Reason.EXPIRED;
            case "4.2", "4.5", "4.6" -> Reason.NETWORK;
            case "4.4" -> status.startsWith("5") ? Reason.HOST_UNKNOWN : Reason.NETWORK;
            default -> null;
        };
        if (exact != null) {
            return exact;
        }
        return switch (detail.substring(0, detail.indexOf('.'))) {
            case "3", "5" -> Reason.SYSTEM;
            case "6", "7" -> Reason.POLICY;
            case "4" -> Reason.NETWORK;
            default -> null;
        };
    }
}
