package whom.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;
import whom.access.Actor;

/** What is asked, answered by its handler itself in this very process: with database and rights, without HTTP and whoever asks by it. */
final class Handled {

    private static final int WARM = 6_000;
    private static final int TIMES = 2_000;

    private final Object bean;
    private final Method method;
    private final Actor actor;

    /** @param ask answered by a handler whose parameters are those of the query, or all of them */
    Handled(ApplicationContext application, Ask ask, long account) {
        String path = UriComponentsBuilder.fromUriString(ask.paths().getFirst()).build().getPath();
        HandlerMethod handler = application.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .filter(one -> one.getKey().getDirectPaths().contains(path)).findFirst().orElseThrow().getValue().createWithResolvedBean();
        this.bean = handler.getBean();
        this.method = handler.getMethod();
        this.actor = new Actor.Account(account);
        method.setAccessible(true);
    }

    Figures measure(Ask ask) throws Exception {
        for (int i = 0; i < WARM; i++) {
            call(ask, i);
        }
        long[] times = new long[TIMES];
        long bytes = 0;
        long began = System.nanoTime();
        for (int i = 0; i < TIMES; i++) {
            long before = System.nanoTime();
            Object answer = call(ask, i);
            times[i] = System.nanoTime() - before;
            bytes += answer.toString().length();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Figures(Figures.at(0.5, times), Figures.at(0.95, times), Figures.at(0.99, times), TIMES / seconds, null, null, bytes / TIMES);
    }

    private Object call(Ask ask, int n) throws Exception {
        Map<String, String> query = UriComponentsBuilder.fromUriString(ask.paths().get(n % ask.paths().size())).build().getQueryParams().toSingleValueMap();
        Object[] arguments = Arrays.stream(method.getParameters()).map(p -> p.getType() == String.class ? query.get(p.getName()) : query).toArray();
        return ScopedValue.where(Actor.CURRENT, actor).call(() -> {
            try {
                return method.invoke(bean, arguments);
            } catch (InvocationTargetException e) {
                throw new IllegalStateException(e.getCause());
            }
        });
    }
}
