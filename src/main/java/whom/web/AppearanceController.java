package whom.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Light or dark, dense or roomy, which language: for this browser, signed in or not. */
@Controller
class AppearanceController {

    @GetMapping("/appearance")
    String appearance() {
        return "web/appearance";
    }

    @PostMapping("/appearance")
    String choose(@RequestParam(required = false) @Nullable String theme, @RequestParam(required = false) @Nullable String density,
            @RequestParam(required = false) @Nullable String keys, @RequestParam(required = false) @Nullable String language,
            HttpServletRequest request, HttpServletResponse response) {
        Look look = new Look(theme, density, keys, language);
        response.addHeader("Set-Cookie", ResponseCookie.from(Look.COOKIE, look.cookie()).path("/").httpOnly(true).secure(request.isSecure())
                .sameSite("Lax").maxAge(Duration.ofDays(365)).build().toString());
        Flash.of("web.appearance.saved").keep(request, response);
        return "redirect:/appearance";
    }
}
