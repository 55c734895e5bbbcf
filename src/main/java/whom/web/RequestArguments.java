package whom.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.vocabulary.Words;

/** Controllers may ask for who looks (a {@link Viewer}; a stranger has to sign in first) and for their {@link Words}. */
@Component
class RequestArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Supplier<Shells> shells;

    RequestArguments(ObjectProvider<Shells> shells) {
        this.shells = SingletonSupplier.of(shells::getObject);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class || parameter.getParameterType() == Words.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model, NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
        HttpServletRequest asked = (HttpServletRequest) request.getNativeRequest();
        return parameter.getParameterType() == Words.class ? shells.get().words(asked) : Viewers.required(asked);
    }
}
