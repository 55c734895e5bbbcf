package whom.database;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

final class DatabaseExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace HERE = Namespace.create(DatabaseExtension.class);

    /** Once for a class and those nested in it; JUnit closes what the store holds. */
    @Override
    public void beforeAll(ExtensionContext context) {
        of(context);
    }

    /** One instance for the whole class is made before {@link #beforeAll}. */
    private static TestDatabase of(ExtensionContext context) {
        return context.getStore(HERE).computeIfAbsent(TestDatabase.class, key -> TestDatabase.fresh(), TestDatabase.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestDatabase.class || type == Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var database = of(context);
        return parameter.getParameter().getType() == Database.class ? database.database() : database;
    }
}
