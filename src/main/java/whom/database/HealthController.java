package whom.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For load balancers and whoever watches: up when the role that serves pages gets an answer. Tells nothing else. */
@RestController
final class HealthController {

    private static final int SECONDS = 2;

    private final Database database;

    HealthController(Database database) {
        this.database = database;
    }

    @GetMapping(path = "/healthz", produces = "application/json")
    ResponseEntity<Map<String, String>> health() {
        boolean up = answers();
        return ResponseEntity.status(up ? 200 : 503).cacheControl(CacheControl.noStore()).body(Map.of("status", up ? "UP" : "DOWN"));
    }

    private boolean answers() {
        try (Connection connection = database.dataSource(DatabaseRole.APP).getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
