package whom.api;

import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Texts in JSON must be such as PostgreSQL can hold: without NUL. Anything else is not readable: 400. */
@Component
class SoundText extends SimpleModule {

    private static final long serialVersionUID = 1L;

    SoundText() {
        super("sound text");
        addDeserializer(String.class, new StringDeserializer() {
            @Override
            public String deserialize(JsonParser parser, DeserializationContext context) {
                String text = super.deserialize(parser, context);
                return text != null && text.indexOf('\0') >= 0 ? (String) context.handleWeirdStringValue(String.class, "…", "a text with NUL") : text;
            }
        });
    }
}
