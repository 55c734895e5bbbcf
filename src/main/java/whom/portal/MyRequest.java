package whom.portal;

import java.time.Instant;

/** A row of one's own requests. {@code forOther} is the name of whom it was raised for, or "". */
public record MyRequest(long id, String number, String subject, Progress progress, Instant updated, String forOther) {}
