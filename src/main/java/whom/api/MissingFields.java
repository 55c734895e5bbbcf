package whom.api;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import whom.kernel.Refused;

/** A body that lacks a field is refused before anybody looks at it: what is not marked as nullable in its record must be there. */
@ControllerAdvice
class MissingFields extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return parameter.getParameterType().isRecord();
    }

    @Override
    public Object afterBodyRead(@Nullable Object body, HttpInputMessage message, MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        if (body == null) { // JSON's null
            throw new Refused("", "api.refused.missing");
        }
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class) && isNull(component, body)) {
                throw new Refused(component.getName(), "api.refused.missing");
            }
        }
        return body;
    }

    private static boolean isNull(RecordComponent component, Object body) {
        try {
            component.getAccessor().setAccessible(true); // the records of controllers are not public
            return component.getAccessor().invoke(body) == null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
