package whom.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import whom.kernel.Refused;

/** Reads {@link Asked} from the request. */
@Component
class AskedResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    public Asked resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model, NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
        HttpServletRequest asked = (HttpServletRequest) request.getNativeRequest();
        String query = asked.getQueryString();
        return new Asked(limit(asked.getParameter("limit")), after(asked.getParameter("after")), asked.getRequestURI() + (query == null ? "" : "?" + query));
    }

    private static int limit(@Nullable String typed) {
        if (typed == null) {
            return Asked.USUAL;
        }
        if (!typed.matches("[1-9]\\d{0,2}") || Integer.parseInt(typed) > Asked.MOST) {
            throw new Refused("limit", "api.limit", Asked.MOST);
        }
        return Integer.parseInt(typed);
    }

    private static @Nullable String after(@Nullable String typed) {
        try {
            return typed == null ? null : Asked.decode(typed);
        } catch (IllegalArgumentException e) {
            throw new Refused("after", "api.after");
        }
    }
}
