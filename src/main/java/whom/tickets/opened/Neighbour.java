package whom.tickets.opened;

import java.time.Instant;
import whom.tickets.Stage;

/** Another ticket: linked ({@code related}), merged into this ({@code merged}), this merged into it ({@code into}), or of the same person ({@code same}). */
public record Neighbour(String number, String subject, Stage stage, Instant updated, String how) {}
