package whom;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import whom.database.TestDatabase;

final class ApplicationExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace HERE = Namespace.create(ApplicationExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        var store = context.getStore(HERE);
        if (store.get(TestDatabase.class) == null) {
            store.put(TestDatabase.class, new Lent(RunningApplication.one().nextDatabase()));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestDatabase.class || type == RunningApplication.class || RunningApplication.one().has(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == TestDatabase.class) {
            return context.getStore(HERE).get(TestDatabase.class, Lent.class).database;
        }
        return type == RunningApplication.class ? RunningApplication.one() : RunningApplication.one().bean(type);
    }

    /** In a wrapper, since JUnit would close the database itself, and the application still has it. */
    private record Lent(TestDatabase database) {}
}
