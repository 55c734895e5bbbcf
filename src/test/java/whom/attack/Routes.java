package whom.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every address of the application, from its own table, so that a new one is attacked by itself. */
public final class Routes {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::(?:[^{}]|\\{[^{}]*})*)?}");
    /** Assets and failures are the same for everybody and have tests of their own. */
    private static final Set<String> APART = Set.of("/assets/{build}/{*name}", "/error");

    private Routes() {}

    public record Route(String method, String pattern, HandlerMethod handler) {

        public List<String> variables() {
            List<String> names = new ArrayList<>();
            Matcher matcher = VARIABLE.matcher(pattern);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
            return names;
        }

        public String path(Map<String, String> values) {
            return Routes.path(pattern, values);
        }

        /** @param address as {@code "POST /tickets"} */
        boolean takes(String address) {
            return address.startsWith(method + " ") && PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(address.substring(method.length() + 1)));
        }
    }

    static String path(String pattern, Map<String, String> values) {
        return VARIABLE.matcher(pattern).replaceAll(m -> Matcher.quoteReplacement(values.getOrDefault(m.group(1), "missing")));
    }

    public static List<Route> of(RequestMappingHandlerMapping table) {
        Map<String, Route> routes = new LinkedHashMap<>();
        table.getHandlerMethods().forEach((info, handler) -> {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (String pattern : info.getPatternValues()) {
                if (APART.contains(pattern)) {
                    continue;
                }
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    routes.put(method + " " + pattern, new Route(method.name(), pattern, handler));
                }
            }
        });
        return List.copyOf(routes.values());
    }
}
