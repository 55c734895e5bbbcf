package whom.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import whom.access.NotSignedIn;
import whom.kernel.Changed;
import whom.kernel.Refused;

/**
 * The one place that answers when something went wrong: in a controller, before one was reached, or after it. Whether
 * with a page or otherwise follows from the path alone.
 */
@Controller
@ControllerAdvice
class FailurePages implements ErrorController {

    private final List<FailureAnswer> answers;
    private final Shells shells;

    FailurePages(List<FailureAnswer> answers, Shells shells) {
        this.answers = List.copyOf(answers);
        this.shells = shells;
    }

    @ExceptionHandler
    @Nullable ModelAndView thrown(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Failure failure = Failures.of(thrown, shells.words(request));
        if (answeredOtherwise(failure, request, response)) {
            return null;
        }
        if (thrown instanceof NotSignedIn) {
            return new ModelAndView("redirect:/sign-in?to=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8));
        }
        boolean kept = thrown instanceof Refused || thrown instanceof Changed;
        String field = failure.field() == null ? "" : failure.field();
        if (kept && ReturnedForm.show(request, response, failure.status(), Mistakes.of(field, failure.text()))) {
            return null;
        }
        return page(failure, request, response);
    }

    /** What filters and the container report. */
    @RequestMapping("/error")
    @Nullable ModelAndView reported(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // asked for by its address it is a page like any other that is not there
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer reported ? reported : 404;
        // filters refuse nothing but a form whose token is no longer good; from a page of ours it comes back with a fresh one
        if (status == 403 && ReturnedForm.isFromHere(request) && ReturnedForm.show(request, response, 422, Mistakes.of("", shells.words(request).say("web.failure.form")))) {
            return null;
        }
        Failure failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                ? Failures.of(thrown, shells.words(request)) : Failures.of(status, shells.words(request));
        return answeredOtherwise(failure, request, response) ? null : page(failure, request, response);
    }

    private boolean answeredOtherwise(Failure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Shells.path(request);
        for (FailureAnswer answer : answers) {
            if (answer.suits(path)) {
                prepare(failure, response);
                answer.write(failure, request, response);
                return true;
            }
        }
        return false;
    }

    private ModelAndView page(Failure failure, HttpServletRequest request, HttpServletResponse response) {
        prepare(failure, response);
        return new ModelAndView("web/error", Map.of("failure", failure, "shell", shells.of(request, response, false).withoutForms()));
    }

    private static void prepare(Failure failure, HttpServletResponse response) {
        response.setStatus(failure.status());
        response.setHeader("Cache-Control", "no-store");
    }
}
