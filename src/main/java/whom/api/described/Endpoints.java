package whom.api.described;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import whom.access.TokenScopes;
import whom.api.Asked;
import whom.api.Does;
import whom.api.Seen;

/** Reads every endpoint of the API from the application's own table of routes, so that none can be forgotten. */
@Component
class Endpoints {

    private static final String ROOT = "/api/v1/";
    private static final String JSON = "application/json";

    private final ObjectProvider<RequestMappingHandlerMapping> tables;

    Endpoints(ObjectProvider<RequestMappingHandlerMapping> tables) {
        this.tables = tables;
    }

    /** By address, then by method. */
    List<Endpoint> all(Shapes shapes) {
        List<Endpoint> all = new ArrayList<>();
        tables.stream().forEach(table -> table.getHandlerMethods().forEach((info, handler) -> {
            for (String path : info.getPatternValues()) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    if (path.startsWith(ROOT) && !path.contains("openapi")) {
                        String media = info.getConsumesCondition().getConsumableMediaTypes().stream().findFirst().map(Object::toString).orElse(JSON);
                        all.add(endpoint(method.name(), path, media, handler, shapes));
                    }
                }
            }
        }));
        List<String> things = all.stream().filter(e -> e.method().equals("GET") && e.path().endsWith("}")).map(Endpoint::path).filter(path -> all.stream().noneMatch(e -> e.versioned() && e.path().startsWith(path))).toList();
        return all.stream().map(e -> e.among(things)).sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method)).toList();
    }

    private static Endpoint endpoint(String method, String path, String media, HandlerMethod handler, Shapes shapes) {
        Method code = handler.getMethod();
        Does does = code.getAnnotation(Does.class);
        List<Parameter> parameters = List.of(code.getParameters());
        Shape answer = shapes.of(code.getGenericReturnType());
        return new Endpoint(method, path.replaceAll("\\{(\\w+):[^}]*}", "{$1}"), handler.getBeanType().getSimpleName().replaceFirst("Api$", "") + "-" + code.getName(), does == null ? "" : does.value(),
                parameters.stream().filter(p -> p.isAnnotationPresent(PathVariable.class)).map(p -> new Member(p.getName(), shape(p, shapes), true, "")).toList(),
                query(parameters, does, shapes), media.equals(JSON) ? body(parameters, does, shapes) : Shape.Plain.TEXT, media, answer, status(code, does, answer), TokenScopes.named(method, path),
                parameters.stream().anyMatch(p -> p.getType() == Seen.class), isTagged(answer, shapes));
    }

    private static List<Member> query(List<Parameter> parameters, @Nullable Does does, Shapes shapes) {
        List<Member> query = new ArrayList<>();
        for (Parameter parameter : parameters) {
            RequestParam named = parameter.getAnnotation(RequestParam.class);
            if (parameter.getType() == Asked.class) {
                query.add(new Member("limit", Shape.Plain.WHOLE, false, "How many at most; 1 to 200, usually 50."));
                query.add(new Member("after", Shape.Plain.TEXT, false, "A place in the list, as next gave it."));
            } else if (named != null && !Map.class.isAssignableFrom(parameter.getType())) {
                boolean required = named.required() && named.defaultValue().startsWith("\n\t");
                query.add(new Member(Optional.of(named.name()).filter(n -> !n.isEmpty()).orElse(parameter.getName()), shape(parameter, shapes), required, ""));
            }
        }
        if (does != null) {
            Arrays.stream(does.query()).map(Member::written).forEach(told -> {
                query.removeIf(m -> m.name().equals(told.name()));
                query.add(told);
            });
        }
        return query;
    }

    private static @Nullable Shape body(List<Parameter> parameters, @Nullable Does does, Shapes shapes) {
        if (does != null && does.body().length > 0) {
            return new Shape.Members(Arrays.stream(does.body()).map(Member::written).toList());
        }
        return parameters.stream().filter(p -> p.isAnnotationPresent(RequestBody.class)).findFirst().map(p -> shapes.of(p.getParameterizedType())).orElse(null);
    }

    private static Shape shape(Parameter parameter, Shapes shapes) {
        Shape shape = shapes.of(parameter.getParameterizedType());
        return shape == null ? Shape.Anything.ANYTHING : shape;
    }

    private static int status(Method code, @Nullable Does does, @Nullable Shape answer) {
        if (does != null && does.status() != 0) {
            return does.status();
        }
        ResponseStatus said = code.getAnnotation(ResponseStatus.class);
        return said != null ? said.value().value() : answer == null ? 204 : 200;
    }

    /** What has a version bears it in its ETag. */
    private static boolean isTagged(@Nullable Shape answer, Shapes shapes) {
        return answer instanceof Shape.Named(String name) && shapes.named().get(name).members().stream().anyMatch(m -> m.name().equals("version"));
    }
}
