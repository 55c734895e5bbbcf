package whom.vocabulary;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import whom.vocabulary.grammar.Form;

/**
 * What one reader is told, in their language and this house's words. Made for each request by {@link Vocabularies}; cheap to
 * make, and to say something with it costs nanoseconds.
 */
public final class Words {

    private static final Object[] NONE = {};

    private final Phrasebook phrasebook;
    private final Audience audience;
    private final Locale locale;
    private final Formats formats;
    private final InstantSource clock;

    Words(Phrasebook phrasebook, Audience audience, Locale locale, ZoneId zone, InstantSource clock) {
        this.phrasebook = phrasebook;
        this.audience = audience;
        this.locale = locale;
        this.formats = new Formats(locale, zone);
        this.clock = clock;
    }

    /**
     * The text of {@code key}, from {@code words/<module>.<language>.properties}. Numbers and dates among the arguments are written
     * as the reader's locale does; give text for what must stay as it is, such as a ticket's number. An unknown key is said as it stands.
     */
    public String say(String key, Object... arguments) {
        Message message = phrasebook.messages().get(key);
        if (message == null) {
            return key;
        }
        return message instanceof Message.Text(String text) ? text : render(message, arguments);
    }

    public boolean has(String key) {
        return phrasebook.messages().containsKey(key);
    }

    /** What an administrator wrote, with its placeholders filled: {@code {user}} and the like, and {@code values} by name. */
    public String fill(String written, Map<String, String> values) {
        return render(MessageCompiler.compile(written, values).message().bind(phrasebook.lexicon()), NONE);
    }

    private String render(Message message, Object[] arguments) {
        StringBuilder out = new StringBuilder(96);
        message.append(out, formats, arguments);
        return out.toString();
    }

    /** This house's word for one: {@code client}. */
    public String one(Fact fact) {
        return phrasebook.lexicon().form(fact, Form.WORD, false);
    }

    /** This house's word for several: {@code clients}. */
    public String several(Fact fact) {
        return phrasebook.lexicon().form(fact, Form.WORDS, false);
    }

    public String number(long number) {
        StringBuilder out = new StringBuilder();
        formats.number(out, number);
        return out.toString();
    }

    /** Two decimals at most. */
    public String number(double number) {
        StringBuilder out = new StringBuilder();
        formats.number(out, number);
        return out.toString();
    }

    /** With the decimals that it has: round before. */
    public String number(BigDecimal number) {
        StringBuilder out = new StringBuilder();
        formats.number(out, number);
        return out.toString();
    }

    public String date(LocalDate day) {
        return formats.date(day);
    }

    /** The reader's day. */
    public String date(Instant instant) {
        return formats.date(formats.day(instant));
    }

    public String dateTime(Instant instant) {
        return formats.dateTime(instant);
    }

    public String time(Instant instant) {
        return formats.time(instant);
    }

    /** With weekday and zone, for titles. */
    public String exact(Instant instant) {
        return formats.exact(instant);
    }

    /** For machines, as the attribute of a time element: UTC to the second, since HTML takes three digits of a fraction at most. */
    public String stamp(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** "9 min", "2 h", "1 d" ago or ahead; then the date, since "212 d" tells nobody anything. */
    public String ago(Instant instant) {
        Duration since = Duration.between(instant, clock.instant());
        if (since.abs().toDays() >= 2) {
            LocalDate day = formats.day(instant);
            return day.getYear() == formats.day(clock.instant()).getYear() ? formats.shortDate(day) : formats.date(day);
        }
        if (since.abs().toSeconds() < 60) {
            return say("vocabulary.now");
        }
        return since.isNegative() ? say("vocabulary.ahead", duration(since.negated())) : duration(since);
    }

    /** Its largest unit: "40 s", "9 min", "2 h", "3 d". Below zero: "−9 min". */
    public String duration(Duration duration) {
        if (duration.isNegative()) {
            return "−" + duration(duration.abs());
        }
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return say("vocabulary.seconds", seconds);
        }
        if (seconds < 3600) {
            return say("vocabulary.minutes", seconds / 60);
        }
        return seconds < 86_400 ? say("vocabulary.hours", seconds / 3600) : say("vocabulary.days", seconds / 86_400);
    }

    public Language language() {
        return phrasebook.lexicon().language();
    }

    public Locale locale() {
        return locale;
    }

    public Audience audience() {
        return audience;
    }

    public ZoneId zone() {
        return formats.zone();
    }

    /** The same words for a reader elsewhere. */
    public Words in(ZoneId zone) {
        return new Words(phrasebook, audience, locale, zone, clock);
    }
}
