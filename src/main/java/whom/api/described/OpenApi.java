package whom.api.described;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Endpoints as an OpenAPI 3.1 document, ready to be written as JSON. */
record OpenApi(List<Endpoint> endpoints, Map<String, Shape.Members> named) {

    private static final String ABOUT = """
            Everything that the pages do, for programs. Ask with a token in `Authorization: Bearer …`; people make their own under \
            their account and pick its scopes. What may not be seen answers as what does not exist: 404.

            **Lists** come in parts: `items`, and the address of the `next` part, which stands in the `Link` header too. \
            **Failures** are problems (RFC 9457). **Versions**: an answer's `ETag`, sent back in `If-Match`, refuses a change with 412 when \
            somebody else was faster; the problem's `changes` say who changed what. **Once**: a POST with an `Idempotency-Key` that is sent \
            again within 24 hours does nothing twice and is answered the same; something else under the same key is refused.""";

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Whom", "version", "1", "summary", "The service desk that knows whom it serves.", "description", ABOUT,
                "license", Map.of("name", "Apache 2.0", "identifier", "Apache-2.0")));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("security", List.of(Map.of("token", List.of())));
        document.put("tags", endpoints.stream().map(Endpoint::about).distinct().sorted().map(name -> Map.of("name", name)).toList());
        document.put("paths", paths());
        document.put("components", Map.of("schemas", schemas(), "responses", Map.of("Problem", problem()),
                "securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer", "description", "A person's own token, within its scopes and until its day."))));
        return document;
    }

    private Map<String, Map<String, Object>> paths() {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        endpoints.forEach(e -> paths.computeIfAbsent(e.path(), p -> new TreeMap<>()).put(e.method().toLowerCase(java.util.Locale.ROOT), operation(e)));
        return paths;
    }

    private static Map<String, Object> operation(Endpoint e) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", e.id());
        operation.put("tags", List.of(e.about()));
        operation.put("summary", e.does());
        operation.put("security", List.of(Map.of("token", e.scopes())));
        List<Object> parameters = new ArrayList<>();
        e.inPath().forEach(m -> parameters.add(parameter("path", m)));
        e.inQuery().forEach(m -> parameters.add(parameter("query", m)));
        if (e.versioned()) {
            parameters.add(parameter("header", new Member("If-Match", Shape.Plain.TEXT, false, "The ETag of what the change is made from.")));
        }
        if (e.repeatable()) {
            parameters.add(parameter("header", new Member("Idempotency-Key", Shape.Plain.TEXT, false, "Random, new for each new request, the same when it is sent again.")));
        }
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (e.body() != null) {
            operation.put("requestBody", Map.of("required", true, "content", Map.of(e.media(), Map.of("schema", schema(e.body())))));
        }
        operation.put("responses", responses(e));
        return operation;
    }

    private static Map<String, Object> parameter(String in, Member member) {
        Map<String, Object> parameter = new LinkedHashMap<>(Map.of("name", member.name(), "in", in, "required", member.required(), "schema", schema(member.shape())));
        if (!member.about().isEmpty()) {
            parameter.put("description", member.about());
        }
        return parameter;
    }

    private static Map<String, Object> responses(Endpoint e) {
        Map<String, Object> well = new LinkedHashMap<>();
        well.put("description", e.status() == 201 ? "Made; Location says where it is." : e.status() == 202 ? "Taken; the work follows." : e.status() == 204 ? "Done." : e.repeatable() ? "Done; Content-Location says where it can be read again." : "As it is now.");
        Map<String, Object> headers = new LinkedHashMap<>();
        if (e.tagged()) {
            headers.put("ETag", header("Its version, for If-Match and If-None-Match."));
        }
        if (e.listed()) {
            headers.put("Link", header("Where the next part is (rel=\"next\")."));
        }
        if (e.status() == 201) {
            headers.put("Location", header("Where it is."));
        }
        if (!headers.isEmpty()) {
            well.put("headers", headers);
        }
        if (e.answer() != null && e.status() != 204) {
            well.put("content", json(e.answer()));
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(String.valueOf(e.status()), well);
        responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
        return responses;
    }

    private static Map<String, Object> header(String about) {
        return Map.of("description", about, "schema", Map.of("type", "string"));
    }

    private static Map<String, Object> json(Shape shape) {
        return Map.of("application/json", Map.of("schema", schema(shape)));
    }

    private Map<String, Object> schemas() {
        Map<String, Object> schemas = new TreeMap<>();
        named.forEach((name, members) -> schemas.put(name, schema(members)));
        schemas.put("Problem", schema(new Shape.Members(List.of(new Member("type", Shape.Plain.TEXT, true, "What went wrong, for programs: urn:whom:problem:…"), new Member("title", Shape.Plain.TEXT, true, ""),
                new Member("status", Shape.Plain.WHOLE, true, ""), new Member("detail", Shape.Plain.TEXT, true, "What went wrong, for people, in their language."),
                new Member("errors", new Shape.Many(new Shape.Members(List.of(new Member("pointer", Shape.Plain.TEXT, true, "The member that is wrong."), new Member("detail", Shape.Plain.TEXT, true, "")))), false, "With 422."),
                new Member("changes", new Shape.Many(new Shape.Members(List.of(new Member("at", new Shape.Plain("string", "date-time"), true, ""), new Member("by", new Shape.Maybe(Shape.Plain.TEXT), true, "Whose change; a person's key."),
                        new Member("what", Shape.Plain.TEXT, true, "")))), false, "With 412: what others did meanwhile, newest first."),
                new Member("reference", Shape.Plain.TEXT, false, "With 500: finds it in the logs.")))));
        return schemas;
    }

    private static Map<String, Object> problem() {
        return Map.of("description", "What went wrong: 400 not readable, 401 no good token, 403 scope or right is missing, 404 not there or not to be seen, 409 somebody was faster or it is still under way, "
                + "412 no longer as If-Match says, 413 too big, 415 not JSON, 422 a rule says no, 429 too much at once.",
                "content", Map.of("application/problem+json", Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));
    }

    static Map<String, Object> schema(Shape shape) {
        return switch (shape) {
            case Shape.Plain(String type, @Nullable String format) -> format == null ? Map.of("type", type) : Map.of("type", type, "format", format);
            case Shape.OneOf(List<String> words) -> Map.of("type", "string", "enum", words);
            case Shape.Many(Shape each) -> Map.of("type", "array", "items", schema(each));
            case Shape.Maybe(Shape.Plain(String type, @Nullable String format)) -> format == null ? Map.of("type", List.of(type, "null")) : Map.of("type", List.of(type, "null"), "format", format);
            case Shape.Maybe(Shape some) -> Map.of("anyOf", List.of(schema(some), Map.of("type", "null")));
            case Shape.Named(String name) -> Map.of("$ref", "#/components/schemas/" + name);
            case Shape.ByName(Shape each) -> Map.of("type", "object", "additionalProperties", schema(each));
            case Shape.Anything anything -> Map.of();
            case Shape.Members(List<Member> members) -> object(members);
        };
    }

    private static Map<String, Object> object(List<Member> members) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Member member : members) {
            Map<String, Object> schema = new LinkedHashMap<>(schema(member.shape()));
            if (!member.about().isEmpty()) {
                schema.put("description", member.about());
            }
            properties.put(member.name(), schema);
        }
        Map<String, Object> object = new LinkedHashMap<>(Map.of("type", "object", "properties", properties));
        List<String> required = members.stream().filter(Member::required).map(Member::name).toList();
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }
}
