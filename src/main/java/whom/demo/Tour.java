package whom.demo;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;
import whom.database.Database;
import whom.database.Purpose;
import whom.kernel.NotFound;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** One ticket seen by one person after another, and everybody else whom one can be. In a demonstration alone; elsewhere there is nothing. */
@Component
class Tour {

    /** Those to whom Ada's ticket is something different, in the order of the tale. */
    static final List<Stop> STOPS = List.of(new Stop("ada", "/requests/", true), new Stop("mona", "/requests/", false), new Stop("otto", "/requests/", false),
            new Stop("kim", "/tickets/", true), new Stop("rosa", "/tickets/", false), new Stop("alex", "/tickets/", false));

    private final Supplier<Database> database;
    private final Rows rows;
    private final CompletableFuture<Void> left = new CompletableFuture<>();

    Tour(ObjectProvider<Database> database, Rows rows) {
        this.database = SingletonSupplier.of(database::getObject);
        this.rows = rows;
    }

    boolean open() {
        return database.get().purpose() == Purpose.DEMONSTRATION;
    }

    /** @throws NotFound where this is no demonstration */
    void require() {
        if (!open()) {
            throw new NotFound();
        }
    }

    List<Guise> guises() {
        return DemoOrganisation.named().stream().map(person -> new Guise(person.key(), person.name())).toList();
    }

    /** The account of somebody whom one can be. @throws NotFound for anybody else, and where this is no demonstration */
    long account(String key) {
        require();
        return DemoOrganisation.named().stream().filter(person -> person.key().equals(key)).findFirst().orElseThrow(NotFound::new).id();
    }

    /** The number of the tale's ticket; asked as the one whose it is. */
    @Transactional(readOnly = true)
    public Optional<String> number() {
        return rows.first(Sql.of("select number from tickets.ticket where id = ?", DemoTicket.TALE), row -> row.text("number"));
    }

    CompletableFuture<Void> left() {
        return left;
    }
}
