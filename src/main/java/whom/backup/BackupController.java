package whom.backup;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Viewer;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.people.Administering;
import whom.web.NavigationEntry;

/** When the last backup was made, and how the latest went; for administrators. */
@Controller
class BackupController implements NavigationEntry {

    private static final Duration LATE = Duration.ofDays(2);

    private final Rows rows;
    private final Environment environment;

    BackupController(Rows rows, Environment environment) {
        this.rows = rows;
        this.environment = environment;
    }

    @GetMapping("/backups")
    ModelAndView page(HttpServletRequest request) {
        Administering.by(request);
        Instant last = rows.list(Sql.of("select backup.last_made() as at"), row -> Optional.ofNullable(row.time("at"))).getFirst().orElse(null);
        List<BackupPage.Attempt> attempts = rows.list(Sql.of("select at, file, coalesce(bytes, 0) as bytes, coalesce(row_count, 0) as row_count, coalesce(failure, '') as failure from backup.attempts()"),
                row -> new BackupPage.Attempt(Objects.requireNonNull(row.time("at")), row.text("file"), row.id("bytes"), row.id("row_count"), row.text("failure")));
        boolean late = last == null || last.isBefore(Instant.now().minus(LATE));
        return new ModelAndView("backup/backups", "page", new BackupPage(Nightly.of(environment::getProperty).orElse(null), last, late, attempts));
    }

    @Override
    public Place place() {
        return Place.SETTINGS;
    }

    @Override
    public String label() {
        return "backup.title";
    }

    @Override
    public String path() {
        return "/backups";
    }

    @Override
    public String icon() {
        return "download";
    }

    @Override
    public boolean shownTo(@Nullable Viewer viewer) {
        return viewer != null && Administering.may(viewer);
    }
}
