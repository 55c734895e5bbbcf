package whom.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How failures below a path are told by other means than a page: the API answers with problems. */
public interface FailureAnswer {
    boolean suits(String path);

    void write(Failure failure, HttpServletRequest request, HttpServletResponse response) throws IOException;
}
