package whom.conversations;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import whom.kernel.NotFound;

/** Files, to be saved or, where that is harmless, shown: never run, and boxed in besides. */
@Controller
class AttachmentController {

    static final String BOXED = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
    /** A browser's own reader of PDFs does not work within a sandbox; it runs nothing of ours. */
    private static final String BOXED_PDF = "default-src 'none'; object-src 'self'; plugin-types application/pdf; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final Attachments attachments;

    AttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping({"/attachments/{id}", "/attachments/{id}/{name}"})
    void open(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        send(attachments.open(id), response);
    }

    /** The picture itself, which the page makes small: nothing is unpacked here. It is part of the conversation that one reads, so it is no opening of a file. */
    @GetMapping("/small-pictures/{attachment}")
    void small(@PathVariable UUID attachment, HttpServletResponse response) throws IOException {
        Attachment file = attachments.seen(attachment);
        if (!file.small()) {
            throw new NotFound();
        }
        send(file, response);
    }

    private void send(Attachment file, HttpServletResponse response) throws IOException {
        boolean shown = FileType.shown(file.type());
        response.setContentType(!shown ? FileType.OCTETS : file.type().equals(FileType.TEXT) ? "text/plain;charset=utf-8" : file.type());
        response.setHeader("Content-Disposition", Disposition.of(shown, file.name()));
        response.setHeader("Content-Security-Policy", file.pdf() ? BOXED_PDF : BOXED);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setContentLengthLong(file.size());
        for (long at = 0; at < file.size(); ) {
            byte[] piece = attachments.piece(file.id(), at);
            if (piece.length == 0) {
                return;
            }
            response.getOutputStream().write(piece);
            at += piece.length;
        }
    }
}
