package whom.standings;

import java.time.LocalDate;

/** A question as data, for files and the API. */
public sealed interface Question {

    LocalDate at();

    record Who(String person, String service, LocalDate at) implements Question {}

    record Whom(String service, Standing standing, LocalDate at) implements Question {}

    record Pays(String person, String service, LocalDate at) implements Question {}

    record AgreementOf(String person, String service, LocalDate at) implements Question {}

    record ChainOf(String person, String service, LocalDate at) implements Question {}

    record ReadersOf(String ticket, LocalDate at) implements Question {}
}
