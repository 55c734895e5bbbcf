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
        var store = context.getStore(HERE);
        if (store.get(TestDatabase.class) == null) {
            store.put(TestDatabase.class, new Lent(Shared.DATABASES.next()));
        }
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
            return context.getStore(HERE).get(TestDatabase.class, Lent.class).database;
        }
        return type == RunningWhom.class ? Shared.WHOM : Shared.WHOM.bean(type);
    }

    /** In a wrapper, since JUnit would close the database itself, and the application still has it. */
    private record Lent(TestDatabase database) {}
}
