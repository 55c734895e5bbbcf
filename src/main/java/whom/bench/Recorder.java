package whom.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.jspecify.annotations.Nullable;

/** Writes down which statements the application sends for a request, with their parameters. */
final class Recorder {

    /** A statement, or the end of a transaction where {@code sql} is null. */
    record Step(@Nullable String sql, List<Call> calls, boolean begins) {}

    /** A parameter as it was set: {@code setLong(1, 7)}. */
    record Call(Method method, Object[] arguments) {}

    /** An array belongs to its connection, so it is kept by what is in it. */
    record Elements(String type, Object[] elements) {}

    private final Map<Array, Elements> arrays = new IdentityHashMap<>();
    private List<Step> steps = new ArrayList<>();
    private boolean undoes;

    /** @param undo so that what is written can be written again: the end of a transaction takes it back */
    synchronized void begin(boolean undo) {
        steps = new ArrayList<>();
        undoes = undo;
    }

    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Only what a request asks for: other threads work beside it. */
    private synchronized void add(Step step) {
        if (Thread.currentThread().getName().startsWith("tomcat")) {
            steps.add(step);
        }
    }

    DataSource around(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws java.sql.SQLException {
                return recorded(super.getConnection());
            }
        };
    }

    private Connection recorded(Connection real) {
        return proxy(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> recorded((PreparedStatement) call(real, method, arguments), (Connection) proxy, (String) arguments[0]);
            case "createArrayOf" -> {
                Array array = (Array) call(real, method, arguments);
                synchronized (this) {
                    arrays.put(array, new Elements((String) arguments[0], (Object[]) arguments[1]));
                }
                yield array;
            }
            case "setAutoCommit" -> {
                if (!(boolean) arguments[0]) {
                    add(new Step(null, List.of(), true));
                }
                yield call(real, method, arguments);
            }
            case "commit", "rollback" -> {
                add(new Step(null, List.of(), false));
                if (undoes) {
                    real.rollback();
                    yield null;
                }
                yield call(real, method, arguments);
            }
            default -> call(real, method, arguments);
        });
    }

    private PreparedStatement recorded(PreparedStatement real, Connection connection, String sql) {
        List<Call> calls = new ArrayList<>();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.equals("getConnection")) {
                return connection;
            }
            if (name.startsWith("set") && arguments != null && arguments.length >= 2 && arguments[0] instanceof Integer) {
                calls.add(new Call(method, kept(arguments)));
            } else if (name.startsWith("execute")) {
                add(new Step(sql, List.copyOf(calls), false));
                calls.clear();
            }
            return call(real, method, arguments);
        });
    }

    private synchronized Object[] kept(Object[] arguments) {
        Object[] kept = arguments.clone();
        if (kept[1] instanceof Array array && arrays.containsKey(array)) {
            kept[1] = arrays.get(array);
        }
        return kept;
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(Recorder.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
