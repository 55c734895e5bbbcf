package whom.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import whom.web.Failure;
import whom.web.FailureAnswer;

/**
 * Below {@code /api/} every failure is a problem (RFC 9457), whatever the request says it accepts. Nothing in it depends
 * on the address, so that what may not be seen answers to the byte like what does not exist (P8).
 */
@Component
class Problems implements FailureAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public boolean suits(String path) {
        return path.startsWith("/api/");
    }

    @Override
    public void write(Failure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (failure.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.setContentType("application/problem+json");
        response.getOutputStream().write(JSON.writeValueAsBytes(problem(failure)));
    }

    static Map<String, Object> problem(Failure failure) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:whom:problem:" + failure.code());
        problem.put("title", failure.title());
        problem.put("status", failure.status());
        problem.put("detail", failure.text());
        if (failure.field() != null) {
            problem.put("errors", List.of(Map.of("pointer", pointer(failure.field()), "detail", failure.text())));
        }
        if (failure.reference() != null) {
            problem.put("reference", failure.reference());
        }
        problem.putAll(failure.more());
        return problem;
    }

    /** A form's field is a member of the body; a pointer is one already. */
    private static String pointer(String field) {
        return field.startsWith("/") ? "#" + field : "#/" + field.replace("~", "~0").replace("/", "~1");
    }
}
