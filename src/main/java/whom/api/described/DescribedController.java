package whom.api.described;

import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import whom.access.OpenPaths;
import whom.kernel.NotFound;

/** What the API offers is no secret: both are open to everybody. */
@Controller
class DescribedController implements OpenPaths {

    private final Endpoints endpoints;

    DescribedController(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public List<String> paths() {
        return List.of("/api/v1/openapi.json", "/docs/api");
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> document() {
        var shapes = new Shapes();
        return new OpenApi(endpoints.all(shapes), shapes.named()).document();
    }

    @GetMapping("/docs/api")
    ModelAndView index() {
        return new ModelAndView("api/api", "page", page());
    }

    /** One area with all that its endpoints take and give; together they would be too long a page for a phone. */
    @GetMapping("/docs/api/{area}")
    ModelAndView area(@PathVariable String area) {
        return new ModelAndView("api/area", "group", page().groups().stream().filter(group -> group.name().equals(area)).findFirst().orElseThrow(NotFound::new));
    }

    private ApiPage page() {
        var shapes = new Shapes();
        return ApiPage.of(endpoints.all(shapes), shapes.named());
    }
}
