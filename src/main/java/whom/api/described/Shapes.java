package whom.api.described;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import whom.api.Slice;

/** Reads the form of values from their Java types. Records get a name and are written once. */
final class Shapes {

    private static final Map<Class<?>, Shape> PLAIN = Map.ofEntries(Map.entry(String.class, Shape.Plain.TEXT), Map.entry(UUID.class, new Shape.Plain("string", "uuid")),
            Map.entry(Instant.class, new Shape.Plain("string", "date-time")), Map.entry(LocalDate.class, new Shape.Plain("string", "date")), Map.entry(LocalTime.class, new Shape.Plain("string", "time")),
            Map.entry(int.class, Shape.Plain.WHOLE), Map.entry(Integer.class, Shape.Plain.WHOLE), Map.entry(long.class, Shape.Plain.WHOLE), Map.entry(Long.class, Shape.Plain.WHOLE),
            Map.entry(boolean.class, new Shape.Plain("boolean", null)), Map.entry(Boolean.class, new Shape.Plain("boolean", null)),
            Map.entry(double.class, new Shape.Plain("number", null)), Map.entry(BigDecimal.class, new Shape.Plain("number", null)));

    private final Map<String, Shape.Members> named = new TreeMap<>();

    Map<String, Shape.Members> named() {
        return named;
    }

    /** Null for nothing. */
    @Nullable Shape of(Type type) {
        if (type instanceof ParameterizedType many) {
            return generic((Class<?>) many.getRawType(), many.getActualTypeArguments());
        }
        Class<?> plain = type instanceof Class<?> known ? known : Object.class;
        if (plain == void.class || plain == Void.class) {
            return null;
        }
        if (PLAIN.containsKey(plain)) {
            return PLAIN.get(plain);
        }
        if (plain.isEnum()) {
            return new Shape.OneOf(Arrays.stream(plain.getEnumConstants()).map(Object::toString).toList());
        }
        return plain.isRecord() ? record(plain) : Shape.Anything.ANYTHING;
    }

    private @Nullable Shape generic(Class<?> raw, Type[] arguments) {
        if (raw == ResponseEntity.class) {
            return of(arguments[0]);
        }
        if (raw == Slice.class) {
            return new Shape.Members(List.of(new Member("items", new Shape.Many(some(arguments[0])), true, ""),
                    new Member("next", new Shape.Maybe(Shape.Plain.TEXT), true, "The address of the next part, or null at the end.")));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return new Shape.Many(some(arguments[0]));
        }
        return Map.class.isAssignableFrom(raw) ? new Shape.ByName(some(arguments[1])) : of(raw);
    }

    private Shape some(Type type) {
        Shape shape = of(type);
        return shape == null ? Shape.Anything.ANYTHING : shape;
    }

    private Shape record(Class<?> type) {
        String name = name(type);
        if (!named.containsKey(name)) {
            named.put(name, new Shape.Members(List.of())); // before its members, which may be of the same kind
            named.put(name, new Shape.Members(Arrays.stream(type.getRecordComponents()).map(c -> member(c.getName(), c.getAnnotatedType(), c.getGenericType())).toList()));
        }
        return new Shape.Named(name);
    }

    private Member member(String name, AnnotatedType annotated, Type type) {
        boolean optional = annotated.isAnnotationPresent(Nullable.class);
        return new Member(name, optional ? new Shape.Maybe(some(type)) : some(type), !optional, "");
    }

    /** A record inside an endpoint's class says whose it is, since many have a view. */
    private static String name(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : around.getSimpleName().replaceFirst("Api$", "") + "." + type.getSimpleName();
    }
}
