package whom.mail.mime;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A media type in lower case with its parameters. What can't be read is text/plain, as RFC 2045 says. */
public record ContentType(String mediaType, Parameters parameters) {

    private static final Pattern TYPE = Pattern.compile("^\\s*\"?([\\w!#$&^.+-]{1,120})\\s*/\\s*([\\w!#$&^.+-]{1,120})\"?");

    static ContentType of(Headers headers, String otherwise) {
        return headers.raw("Content-Type").map(v -> parse(v, otherwise)).orElseGet(() -> new ContentType(otherwise, Parameters.NONE));
    }

    private static ContentType parse(String value, String otherwise) {
        Matcher m = TYPE.matcher(value);
        if (!m.find()) {
            int semicolon = value.indexOf(';');
            return new ContentType(otherwise, semicolon < 0 ? Parameters.NONE : Parameters.parse(value.substring(semicolon)));
        }
        String type = (m.group(1) + "/" + m.group(2)).toLowerCase(Locale.ROOT);
        return new ContentType(type, Parameters.parse(value.substring(m.end())));
    }

    public boolean is(String wanted) {
        return mediaType.equals(wanted);
    }

    public boolean isText() {
        return mediaType.startsWith("text/");
    }

    boolean isMultipart() {
        return mediaType.startsWith("multipart/");
    }

    public Optional<String> parameter(String name) {
        return parameters.text(name);
    }

    Optional<String> charset() {
        return parameters.text("charset").map(c -> c.replaceAll("^[\"'\\s]+", "").replaceAll("[\"',;\\s].*$", "")).filter(c -> !c.isEmpty());
    }
}
