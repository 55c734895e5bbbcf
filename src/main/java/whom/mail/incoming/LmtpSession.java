package whom.mail.incoming;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One conversation with a mail server in LMTP (RFC 2033): it hears "250" for a letter once that is on disk, and keeps it otherwise. */
final class LmtpSession {

    /** What takes a letter in, for all its recipients at once. */
    interface Taker {
        void take(Spool letter) throws IOException;
    }

    private static final int LONGEST_LINE = 4_000;
    private static final int MOST_RECIPIENTS = 100;
    private static final Pattern PATH = Pattern.compile("(?:FROM|TO):\\s*<([^<>\\s]{0,400})>.*", Pattern.CASE_INSENSITIVE);

    private final Incoming in;
    private final OutputStream out;
    private final Taker taker;
    private final int largest;
    private final List<String> recipients = new ArrayList<>();
    private @Nullable String sender;
    private boolean tooLong;

    LmtpSession(InputStream in, OutputStream out, Taker taker, int largest) {
        this.in = new Incoming(in);
        this.out = out;
        this.taker = taker;
        this.largest = largest;
    }

    /** Until the other side leaves. */
    void talk() throws IOException {
        say("220 Whom LMTP");
        for (String line = line(); line != null; line = line()) {
            String[] words = line.strip().split("\\s+", 2);
            String rest = words.length > 1 ? words[1] : "";
            if (words[0].equalsIgnoreCase("QUIT")) {
                say("221 2.0.0 Bye");
                return;
            }
            answer(tooLong ? "" : words[0].toUpperCase(Locale.ROOT), rest);
        }
    }

    private void answer(String word, String rest) throws IOException {
        switch (word) {
            case "LHLO" -> say("250-Whom", "250-PIPELINING", "250-ENHANCEDSTATUSCODES", "250-8BITMIME", "250-SMTPUTF8", "250 SIZE " + largest);
            case "MAIL" -> from(rest);
            case "RCPT" -> to(rest);
            case "DATA" -> data();
            case "RSET" -> {
                forget();
                say("250 2.0.0 Forgotten");
            }
            case "NOOP" -> say("250 2.0.0 Here");
            case "VRFY" -> say("252 2.5.0 Send it, and see");
            case "HELO", "EHLO" -> say("500 5.5.1 This is LMTP: LHLO");
            default -> say("500 5.5.2 Not understood");
        }
    }

    private void from(String rest) throws IOException {
        Matcher path = PATH.matcher(rest);
        Matcher size = Pattern.compile("(?i)\\bSIZE=(\\d{1,12})").matcher(rest);
        if (!path.matches()) {
            say("501 5.5.4 MAIL FROM:<address>");
        } else if (sender != null) {
            say("503 5.5.1 One at a time");
        } else if (size.find() && Long.parseLong(size.group(1)) > largest) {
            say("552 5.3.4 Too large");
        } else {
            sender = path.group(1);
            say("250 2.1.0 Go on");
        }
    }

    private void to(String rest) throws IOException {
        Matcher path = PATH.matcher(rest);
        if (sender == null) {
            say("503 5.5.1 MAIL first");
        } else if (!path.matches() || path.group(1).isEmpty()) {
            say("501 5.5.4 RCPT TO:<address>");
        } else if (recipients.size() >= MOST_RECIPIENTS) {
            say("452 4.5.3 Too many at once");
        } else {
            recipients.add(path.group(1));
            say("250 2.1.5 Go on");
        }
    }

    private void data() throws IOException {
        if (recipients.isEmpty()) {
            say("503 5.5.1 RCPT first");
            return;
        }
        say("354 End with a dot");
        String verdict;
        try (var letter = new Spool(largest)) {
            letter(letter);
            verdict = letter.isTooLarge() ? "552 5.3.4 Too large" : kept(letter);
        }
        say(recipients.stream().map(each -> verdict).toArray(String[]::new));
        forget();
    }

    private String kept(Spool letter) {
        try {
            taker.take(letter);
            return "250 2.0.0 Kept";
        } catch (IOException | RuntimeException e) {
            return "451 4.3.0 Try again later";
        }
    }

    /** Without the dots that were doubled; what the envelope says stands on top. */
    private void letter(Spool letter) throws IOException {
        for (String each : recipients) {
            letter.write(("Delivered-To: " + each + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        boolean lineBegins = true;
        while (true) {
            int b = in.next();
            if (lineBegins && b == '.') {
                b = in.next();
                if (b == '\r' && in.isNext('\n')) {
                    in.next();
                    return;
                }
            }
            letter.write(b);
            lineBegins = b == '\n' || in.passLine(letter);
        }
    }

    private void forget() {
        sender = null;
        recipients.clear();
    }

    private @Nullable String line() throws IOException {
        var line = new ByteArrayOutputStream(200);
        tooLong = false;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return line.toString(StandardCharsets.UTF_8);
            }
            tooLong |= line.size() >= LONGEST_LINE;
            if (!tooLong && b != '\r') {
                line.write(b);
            }
        }
        return null;
    }

    /** What comes, read in large pieces: a lock for each byte took a third of all time. */
    private static final class Incoming {

        private final InputStream from;
        private final byte[] bytes = new byte[64 * 1024];
        private int at;
        private int end;

        Incoming(InputStream from) {
            this.from = from;
        }

        /** @return -1 at the end */
        int read() throws IOException {
            return at < end || fill() ? bytes[at++] & 0xFF : -1;
        }

        int next() throws IOException {
            int b = read();
            if (b < 0) {
                throw new IOException("the other side left in the middle of a letter");
            }
            return b;
        }

        boolean isNext(char wanted) throws IOException {
            return (at < end || fill()) && bytes[at] == wanted;
        }

        /** The rest of the line, as far as it is here. @return whether its end was */
        boolean passLine(OutputStream to) throws IOException {
            int until = at;
            while (until < end && bytes[until] != '\n') {
                until++;
            }
            boolean ends = until < end;
            int count = until - at + (ends ? 1 : 0);
            to.write(bytes, at, count);
            at += count;
            return ends;
        }

        boolean isEmpty() throws IOException {
            return at == end && from.available() == 0;
        }

        private boolean fill() throws IOException {
            at = 0;
            end = Math.max(0, from.read(bytes));
            return end > 0;
        }
    }

    private void say(String... lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        if (in.isEmpty()) {
            out.flush(); // what was sent in one go is answered in one go
        }
    }
}
