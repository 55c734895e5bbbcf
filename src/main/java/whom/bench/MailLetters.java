package whom.bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/**
 * Letters as a desk gets them: of ten, three are plain, two are plain and HTML, one carries a file, one a picture in its text, and three answer
 * letters before them. Nine of ten come from people of the house.
 */
final class MailLetters {

    private static final int FILE = 40_000;

    private final Size size;
    private final String run;
    private final Prose prose = new Prose();

    /** @param run a word of this run, so that no letter was ever here before */
    MailLetters(Size size, String run) {
        this.size = size;
        this.run = run;
    }

    byte[] letter(int n) {
        var random = new Random(n * 31L + run.hashCode());
        int answered = n % 10 >= 7 ? n - 7 : -1;
        String text = prose.text(random, 30 + random.nextInt(80)).replace(". ", ".\r\n");
        var letter = new StringBuilder(2_000);
        letter.append("Received: from mx.bench.example by mail.bench.example; Mon, 2 Nov 2026 10:00:00 +0100\r\n")
                .append("Authentication-Results: mail.bench.example; dmarc=pass header.from=bench.example; spf=pass smtp.mailfrom=bench.example\r\n")
                .append("From: ").append(sender(answered < 0 ? n : answered)).append("\r\nTo: Desk <help@bench.example>\r\nDate: Mon, 2 Nov 2026 10:00:00 +0100\r\n")
                .append("Message-ID: <").append(id(n)).append(">\r\nMIME-Version: 1.0\r\nSubject: ").append(answered < 0 ? "" : "Re: ").append(prose.text(random, 6)).append("\r\n");
        if (answered >= 0) {
            letter.append("In-Reply-To: <").append(id(answered)).append(">\r\nReferences: <").append(id(answered)).append(">\r\n");
            text += "\r\n\r\nOn Mon, 2 Nov 2026 at 09:00, Desk <help@bench.example> wrote:\r\n> " + prose.text(random, 40).replace(". ", ".\r\n> ") + "\r\n";
        }
        String plain = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text + "\r\n";
        String html = "Content-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>" + text.replace("\r\n", "<br>\r\n") + "</p></body></html>\r\n";
        letter.append(switch (n % 10) {
            case 3, 4 -> together("alternative", plain, html);
            case 5 -> together("mixed", plain, "Content-Type: application/pdf; name=report.pdf\r\n" + base64(random));
            case 6 -> together("related", html, "Content-Type: image/png; name=screen.png\r\nContent-ID: <screen@bench>\r\n" + base64(random));
            default -> plain;
        });
        return letter.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One that is as large as wished: a file and a word about it. */
    byte[] large(int n, int bytes) {
        byte[] file = new byte[bytes / 138 * 100];
        new Random(n).nextBytes(file);
        String head = "From: " + sender(n) + "\r\nTo: help@bench.example\r\nMessage-ID: <" + id(n) + ">\r\nSubject: large\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=seam\r\n\r\n--seam\r\n\r\n"
                + "The log is attached.\r\n--seam\r\nContent-Type: application/octet-stream; name=log.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        return (head + Base64.getMimeEncoder().encodeToString(file) + "\r\n--seam--\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private String sender(int n) {
        return n % 10 == 4 ? "Stranger <stranger" + n % 1_000 + "." + run + "@far.example>" : "Person <p" + (1_000 + n * 37L % (size.people() - 1_000)) + "@bench.example>";
    }

    private String id(int n) {
        return run + "." + n + "@bench.example";
    }

    private static String base64(Random random) {
        byte[] file = new byte[FILE];
        random.nextBytes(file);
        return "Content-Transfer-Encoding: base64\r\n\r\n" + Base64.getMimeEncoder().encodeToString(file) + "\r\n";
    }

    private static String together(String kind, String first, String second) {
        return "Content-Type: multipart/" + kind + "; boundary=seam\r\n\r\n--seam\r\n" + first + "--seam\r\n" + second + "--seam--\r\n";
    }
}
