package whom;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import whom.database.Purpose;
import whom.kernel.Arguments;

/** Where this machine keeps the data of programs, and of a demonstration beside them. */
record Whereabouts(Map<String, String> environment, String home, String system) {

    static Whereabouts here() {
        return new Whereabouts(System.getenv(), System.getProperty("user.home"), System.getProperty("os.name"));
    }

    /** {@code --data}, else {@code WHOM_DATA}, else the usual place. */
    Path folder(Arguments arguments) {
        return arguments.option("data").or(() -> set("WHOM_DATA")).map(Path::of).orElseGet(() -> usual(purpose(arguments))).toAbsolutePath();
    }

    /** Of {@code ./whom bench}: one for each size, since filling takes long. */
    Path scratch(Arguments arguments, int tickets) {
        return arguments.option("data").map(Path::of).orElseGet(() -> {
            Path real = usual(Purpose.REAL);
            return real.resolveSibling(real.getFileName() + "-bench").resolve(Integer.toString(tickets));
        }).toAbsolutePath();
    }

    static Purpose purpose(Arguments arguments) {
        return arguments.has("demo") ? Purpose.DEMONSTRATION : Purpose.REAL;
    }

    private Path usual(Purpose purpose) {
        boolean mac = system.toLowerCase(Locale.ROOT).startsWith("mac");
        String name = (mac ? "Whom" : "whom") + (purpose == Purpose.DEMONSTRATION ? "-demo" : "");
        return mac ? Path.of(home, "Library", "Application Support", name)
                : set("XDG_DATA_HOME").map(Path::of).filter(Path::isAbsolute).orElse(Path.of(home, ".local", "share")).resolve(name);
    }

    private Optional<String> set(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
