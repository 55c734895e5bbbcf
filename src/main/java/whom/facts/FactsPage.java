package whom.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of one kind; {@code at} narrows it to a day, {@code next} is where the next page begins. */
public record FactsPage(FactKind kind, List<FactRow> rows, @Nullable LocalDate at, @Nullable Long next) {}
