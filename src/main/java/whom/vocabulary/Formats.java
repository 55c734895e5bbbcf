package whom.vocabulary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Numbers and dates as a reader's locale and zone write them. */
final class Formats {

    /** Countries whose conventions differ enough to ask for. A browser may send anything; only these are kept apart. */
    private static final Set<String> COUNTRIES = Set.of("", "GB", "US", "CA", "AU", "NZ", "IE", "ZA", "IN", "DE", "AT", "CH", "LI", "LU");
    private static final Map<Locale, Shapes> SHAPES = new ConcurrentHashMap<>();
    /** A zone's short name is searched for in long lists, and a page names it a hundred times. */
    private static final Map<Zone, String> ZONES = new ConcurrentHashMap<>();

    private record Zone(ZoneId zone, ZoneOffset offset, Locale locale) {}

    /** What is made once for each locale. Formatters of java.time are safe to share. */
    private record Shapes(char group, char decimal, DateTimeFormatter date, DateTimeFormatter shortDate, DateTimeFormatter dateTime, DateTimeFormatter exact, DateTimeFormatter time) {

        static Shapes of(Locale locale) {
            DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
            boolean german = locale.getLanguage().equals("de");
            boolean american = locale.getCountry().equals("US");
            return new Shapes(symbols.getGroupingSeparator(), symbols.getDecimalSeparator(),
                    localized(FormatStyle.MEDIUM, null, locale),
                    DateTimeFormatter.ofPattern(german ? "d. MMM" : american ? "MMM d" : "d MMM", locale),
                    localized(FormatStyle.MEDIUM, FormatStyle.SHORT, locale),
                    DateTimeFormatter.ofPattern(german ? "EEEE, d. MMMM yyyy, HH:mm 'Uhr'" : american ? "EEEE, MMMM d, yyyy, h:mm a" : "EEEE, d MMMM yyyy, HH:mm", locale),
                    localized(null, FormatStyle.SHORT, locale));
        }

        /** A localized formatter looks its pattern up again each time that it is used. */
        private static DateTimeFormatter localized(@Nullable FormatStyle date, @Nullable FormatStyle time, Locale locale) {
            return DateTimeFormatter.ofPattern(DateTimeFormatterBuilder.getLocalizedDateTimePattern(date, time, IsoChronology.INSTANCE, locale), locale);
        }
    }

    private final Shapes shapes;
    private final ZoneId zone;

    Formats(Locale locale, ZoneId zone) {
        this.shapes = SHAPES.computeIfAbsent(plain(locale), Shapes::of);
        this.zone = zone;
    }

    /** Language and country alone, English as written in Britain unless told. */
    private static Locale plain(Locale locale) {
        String language = Language.of(locale).tag();
        String country = language.equals(locale.getLanguage()) && COUNTRIES.contains(locale.getCountry()) ? locale.getCountry() : "";
        return Locale.of(language, country.isEmpty() && language.equals("en") ? "GB" : country);
    }

    /** Most arguments are texts and counts; these go first, since the switch below costs as much as all the rest. */
    void append(StringBuilder out, @Nullable Object value) {
        if (value instanceof String text) {
            out.append(text);
        } else if (value instanceof Integer number) {
            number(out, number);
        } else {
            appendOther(out, value);
        }
    }

    private void appendOther(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> { }
            case CharSequence text -> out.append(text);
            case Long number -> number(out, number);
            case BigDecimal number -> number(out, number);
            case Double number -> number(out, number);
            case LocalDate day -> out.append(date(day));
            case Instant instant -> out.append(dateTime(instant));
            default -> out.append(value);
        }
    }

    /** Digits in groups of three: 1,234,567. */
    void number(StringBuilder out, long number) {
        if (number > -1000 && number < 1000) {
            out.append(number);
            return;
        }
        String digits = Long.toString(number);
        int first = digits.charAt(0) == '-' ? 1 : 0;
        for (int i = 0; i < digits.length(); i++) {
            int left = digits.length() - i;
            if (i > first && left % 3 == 0) {
                out.append(shapes.group);
            }
            out.append(digits.charAt(i));
        }
    }

    /** Two decimals at most, none where there are none. */
    void number(StringBuilder out, double number) {
        if (Double.isFinite(number)) {
            number(out, BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros());
        } else {
            out.append('–');
        }
    }

    /** With the decimals that it has. */
    void number(StringBuilder out, BigDecimal number) {
        BigDecimal shown = number.scale() < 0 ? number.setScale(0) : number;
        String digits = shown.abs().toPlainString();
        int point = digits.indexOf('.');
        if (shown.signum() < 0) {
            out.append('-');
        }
        int whole = point < 0 ? digits.length() : point;
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                out.append(shapes.group);
            }
            out.append(digits.charAt(i));
        }
        if (point >= 0) {
            out.append(shapes.decimal).append(digits, point + 1, digits.length());
        }
    }

    String date(LocalDate day) {
        return shapes.date.format(day);
    }

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    String shortDate(LocalDate day) {
        return shapes.shortDate.format(day);
    }

    String dateTime(Instant instant) {
        return shapes.dateTime.format(LocalDateTime.ofInstant(instant, zone));
    }

    String exact(Instant instant) {
        ZonedDateTime at = instant.atZone(zone);
        return shapes.exact.format(at) + " " + ZONES.computeIfAbsent(new Zone(zone, at.getOffset(), shapes.exact.getLocale()), name -> DateTimeFormatter.ofPattern("zzz", name.locale).format(at));
    }

    String time(Instant instant) {
        return shapes.time.format(LocalDateTime.ofInstant(instant, zone));
    }

    ZoneId zone() {
        return zone;
    }
}
