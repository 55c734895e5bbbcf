package whom.imports;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import whom.standings.facts.Fact;
import whom.standings.files.OrganisationFile;
import whom.standings.files.Particulars;
import whom.standings.findings.Finding;
import whom.standings.findings.Findings;

/**
 * Loads an organisation's file whole or not at all; {@code docs/standings.md} describes it. Public keys are the file's ids, so
 * a second load of the same file is refused. Shares that do not make 100 and circles of brokers are loaded, and told.
 */
public final class OrganisationImport {

    private static final Set<Finding.Kind> LOADED_ALL_THE_SAME =
            EnumSet.of(Finding.Kind.SHARES, Finding.Kind.BROKER_CYCLE, Finding.Kind.BROKEN_CHAIN);

    private final Connection owner;
    private final ZoneId zone;

    /** @param owner a connection as the database's owner; a date in the file begins at midnight in {@code zone} */
    public OrganisationImport(Connection owner, ZoneId zone) {
        this.owner = owner;
        this.zone = zone;
    }

    /** How many facts there were, and what people should look at. */
    public record Loaded(int facts, List<String> remarks) {}

    /** @throws NotLoaded when the file contradicts itself, or the database has something by one of its ids; nothing is changed then */
    public Loaded load(Path file) throws SQLException {
        List<Fact> facts = OrganisationFile.read(file);
        Particulars particulars = Particulars.read(file);
        List<Finding> findings = Findings.in(facts);
        refuse(findings.stream().filter(finding -> !LOADED_ALL_THE_SAME.contains(finding.kind())).map(Finding::text).toList());
        var remarks = new ArrayList<>(findings.stream().map(Finding::text).toList());
        boolean before = owner.getAutoCommit();
        owner.setAutoCommit(false);
        try {
            var rows = new OrganisationRows(owner, zone, facts, particulars);
            refuse(rows.alreadyThere());
            remarks.addAll(rows.write());
            owner.commit();
            return new Loaded(facts.size(), List.copyOf(remarks));
        } catch (SQLException | RuntimeException e) {
            owner.rollback();
            throw e;
        } finally {
            owner.setAutoCommit(before);
        }
    }

    private static void refuse(List<String> reasons) {
        if (!reasons.isEmpty()) {
            String some = reasons.stream().limit(20).collect(Collectors.joining("\n"));
            throw new NotLoaded(some + (reasons.size() > 20 ? "\n… and " + (reasons.size() - 20) + " more." : "") + "\nNothing was imported.");
        }
    }
}
