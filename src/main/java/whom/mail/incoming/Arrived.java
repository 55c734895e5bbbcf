package whom.mail.incoming;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import whom.mail.MailReader;
import whom.mail.ReadMessage;
import whom.mail.mime.Addresses;
import whom.mail.mime.Headers;
import whom.mail.mime.Mailbox;
import whom.mail.mime.Part;

/** A letter as it was read, with what the post office needs of its header. */
record Arrived(ReadMessage read, Part part) {

    private static final List<String> RECIPIENTS = List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "Resent-To");
    private static final int MOST = 100;
    private static final Pattern UNATTENDED = Pattern.compile("(?:.*[-_.+])?(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster|bounces?)(?:[-_.+].*)?@.*");

    static Arrived of(byte[] raw) {
        Part part = MailReader.part(raw);
        return new Arrived(MailReader.read(raw, part), part);
    }

    Headers headers() {
        return part.headers();
    }

    /** In lower case; empty where nothing can be used as one. */
    Optional<String> sender() {
        return Optional.ofNullable(read.from()).map(from -> address(from)).filter(a -> a.indexOf('@') > 0 && a.indexOf('@') < a.length() - 1 && a.length() <= 254);
    }

    /** The name that the sender gives, else the address. */
    String senderName() {
        Mailbox from = read.from();
        if (from == null) {
            return "";
        }
        String name = Plain.line(from.name(), 120);
        return name.isEmpty() ? address(from) : name;
    }

    /** The id that it gives itself, or "". */
    String id() {
        String id = read.messageId();
        return id == null ? "" : Plain.id(id);
    }

    /** Everybody to whom it went, as far as it says so, in lower case. */
    Set<String> recipients() {
        Set<String> all = new LinkedHashSet<>();
        RECIPIENTS.forEach(field -> Addresses.list(headers(), field).stream().limit(MOST).map(Arrived::address).forEach(all::add));
        return all;
    }

    /** To whom its sender addressed it. */
    List<String> addressees() {
        return Stream.concat(read.to().stream(), read.cc().stream()).limit(MOST).map(Arrived::address).distinct().toList();
    }

    /** The letters before this one, the nearest first. */
    List<String> before() {
        var ids = new LinkedHashSet<String>();
        if (read.inReplyTo() != null) {
            ids.add(Plain.id(read.inReplyTo()));
        }
        var references = new ArrayList<>(read.references());
        references.reversed().stream().limit(MOST).map(Plain::id).forEach(ids::add);
        return List.copyOf(ids);
    }

    /** Whether nobody should be answered by a machine: lists, machines, and those who say so (RFC 3834). */
    boolean wantsNoAnswer() {
        String submitted = headers().text("Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        String precedence = headers().text("Precedence").strip().toLowerCase(Locale.ROOT);
        return !submitted.isEmpty() && !submitted.startsWith("no") || List.of("bulk", "list", "junk").contains(precedence) || headers().has("List-Id") || headers().has("List-Unsubscribe")
                || headers().text("Return-Path").strip().equals("<>") || headers().has("X-Auto-Response-Suppress")
                || sender().map(s -> UNATTENDED.matcher(s).matches()).orElse(true);
    }

    private static String address(Mailbox mailbox) {
        return Plain.line(mailbox.address(), 400).toLowerCase(Locale.ROOT);
    }
}
