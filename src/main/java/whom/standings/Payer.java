package whom.standings;

import java.math.BigDecimal;
import java.util.List;
import whom.standings.facts.Party;

/** One who pays a share by one funding, and those who authorise the money; perhaps nobody, when the office is vacant. */
public record Payer(String funding, Party party, BigDecimal share, List<String> sponsors) {}
