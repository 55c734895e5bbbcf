package whom.kernel;

import java.util.List;

/** One thing that {@code ./whom} can do. A module offers its commands; {@code whom.Whom} lists them. */
public interface Command {

    /** What is typed after {@code ./whom}, for example {@code "who"} or {@code "mail parse"}. */
    String name();

    /** The arguments, for the list of commands: {@code "PERSON --service S [--at DATE] [--json]"}. */
    String arguments();

    /** One sentence that says what it does. */
    String summary();

    /** What {@code --help} prints below the summary; options, one a line. */
    default String details() {
        return "";
    }

    /** Whether the list of commands names it; the build's own steps are not for people. */
    default boolean listed() {
        return true;
    }

    /**
     * Runs it and returns the exit status: 0, or 1 when the work itself failed.
     *
     * @throws WrongUse when the arguments do not fit; it is told on standard error, with exit status 2
     * @throws Exception anything else is told as a failure, with exit status 1
     */
    int run(Arguments arguments) throws Exception;

    /** {@code run} for a plain list, parsed with this command's own rules. */
    default int run(List<String> words) throws Exception {
        return run(Arguments.parse(words));
    }
}
