package whom.backup;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.access.Administering;

/** When the last backup was made, and how the latest went; for administrators. */
@Controller
class BackupController {

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
}
