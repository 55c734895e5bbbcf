package whom.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.stereotype.Controller;
import org.springframework.web.servlet.ModelAndView;

/** The one place that answers when something went wrong: in a controller, before one was reached, or after it. */
@Controller
@ControllerAdvice
class FailurePages implements ErrorController {

    private final List<FailureAnswer> answers;

    FailurePages(List<FailureAnswer> answers) {
        this.answers = List.copyOf(answers);
    }

    @ExceptionHandler
    @Nullable ModelAndView thrown(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        return answer(Failures.of(thrown), request, response);
    }

    /** What filters and the container report. */
    @RequestMapping("/error")
    @Nullable ModelAndView reported(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return answer(Failures.of(thrown), request, response);
        }
        // asked for by its address it is a page like any other that is not there
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer reported ? reported : 404;
        return answer(Failures.of(status), request, response);
    }

    private @Nullable ModelAndView answer(Failure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(failure.status());
        response.setHeader("Cache-Control", "no-store");
        String path = Shells.path(request);
        for (FailureAnswer answer : answers) {
            if (answer.suits(path)) {
                answer.write(failure, request, response);
                return null;
            }
        }
        return new ModelAndView("web/error", Map.of("failure", failure));
    }
}
