package whom;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import whom.database.SwitchedDatabase;
import whom.database.TestDatabase;

final class ApplicationExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace HERE = Namespace.create(ApplicationExtension.class);

    /** Started when first asked for; ends with the run. */
    private static final class Shared {
        private static final SwitchedDatabase DATABASES = new SwitchedDatabase();
        private static final RunningWhom WHOM = RunningWhom.on(DATABASES.database());
    }

    /** Once for a class and those nested in it. */
    @Override
    public void beforeAll(ExtensionContext context) {
        lent(context);
    }

    /** One instance for the whole class is made before {@link #beforeAll}. */
    private static TestDatabase lent(ExtensionContext context) {
        return context.getStore(HERE).computeIfAbsent(Lent.class, key -> new Lent(Shared.DATABASES.next()), Lent.class).database;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestDatabase.class || type == RunningWhom.class || Shared.WHOM.has(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == TestDatabase.class) {
            return lent(context);
        }
        return type == RunningWhom.class ? Shared.WHOM : Shared.WHOM.bean(type);
    }

    /** In a wrapper, since JUnit would close the database itself, and the application still has it. */
    private record Lent(TestDatabase database) {}
}
