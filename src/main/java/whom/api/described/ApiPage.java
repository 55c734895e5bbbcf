package whom.api.described;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The API as a page shows it: endpoints by what they are about. */
public record ApiPage(List<Group> groups) {

    /** @param things that its endpoints take or give, and those within them */
    public record Group(String name, List<Shown> endpoints, List<Thing> things) {}

    /** {@code takes} and {@code gives} are short; longer ones stand among the things, by name. */
    public record Shown(String id, String method, String path, String does, String scopes, List<Line> takes, String gives, int status) {}

    public record Thing(String name, List<Line> members) {}

    public record Line(String name, String type, boolean required, String about) {}

    static ApiPage of(List<Endpoint> endpoints, Map<String, Shape.Members> named) {
        Map<String, List<Endpoint>> groups = new LinkedHashMap<>();
        endpoints.forEach(e -> groups.computeIfAbsent(e.about(), name -> new ArrayList<>()).add(e));
        return new ApiPage(groups.entrySet().stream().map(g -> new Group(g.getKey(), g.getValue().stream().map(e -> shown(e, named)).toList(), things(g.getValue(), named))).toList());
    }

    private static List<Thing> things(List<Endpoint> endpoints, Map<String, Shape.Members> named) {
        Set<String> names = new TreeSet<>();
        endpoints.forEach(e -> {
            within(e.body(), named, names);
            within(e.answer(), named, names);
        });
        return names.stream().map(name -> new Thing(name, lines(named.get(name)))).toList();
    }

    private static void within(@Nullable Shape shape, Map<String, Shape.Members> named, Set<String> names) {
        switch (shape) {
            case Shape.Named(String name) when names.add(name) -> within(named.get(name), named, names);
            case Shape.Members(List<Member> members) -> members.forEach(member -> within(member.shape(), named, names));
            case Shape.Many(Shape each) -> within(each, named, names);
            case Shape.Maybe(Shape some) -> within(some, named, names);
            case Shape.ByName(Shape each) -> within(each, named, names);
            case null, default -> { }
        }
    }

    private static Shown shown(Endpoint e, Map<String, Shape.Members> named) {
        List<Line> takes = new ArrayList<>(e.inQuery().stream().map(ApiPage::line).toList());
        switch (e.body()) {
            case null -> {}
            case Shape.Named(String name) -> takes.addAll(lines(named.get(name)));
            case Shape.Members members -> takes.addAll(lines(members));
            case Shape other -> takes.add(new Line(e.media(), said(other), true, ""));
        }
        return new Shown(e.id(), e.method(), e.path(), e.does(), String.join(", ", e.scopes()), takes, e.answer() == null ? "" : said(e.answer()), e.status());
    }

    private static List<Line> lines(Shape.Members members) {
        return members.members().stream().map(ApiPage::line).toList();
    }

    private static Line line(Member member) {
        return new Line(member.name(), said(member.shape()), member.required(), member.about());
    }

    private static String said(Shape shape) {
        return switch (shape) {
            case Shape.Plain plain -> plain.format() == null ? plain.type() : plain.format();
            case Shape.OneOf(List<String> words) -> String.join(" | ", words);
            case Shape.Many(Shape each) -> said(each) + "[]";
            case Shape.Maybe(Shape some) -> said(some) + " | null";
            case Shape.Named(String name) -> name;
            case Shape.ByName(Shape each) -> "{…: " + said(each) + "}";
            case Shape.Anything anything -> "JSON";
            case Shape.Members(List<Member> members) -> "{" + String.join(", ", members.stream().map(m -> m.name() + ": " + said(m.shape())).toList()) + "}";
        };
    }
}
