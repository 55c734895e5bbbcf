package whom.conversations;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Files, to be saved or, where that is harmless, shown: never run, and boxed in besides. */
@Controller
class AttachmentController {

    static final String BOXED = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";
    /** A browser's own reader of PDFs does not work within a sandbox; it runs nothing of ours. */
    private static final String BOXED_PDF = "default-src 'none'; object-src 'self'; plugin-types application/pdf; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Attachments attachments;

    AttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping({"/attachments/{id}", "/attachments/{id}/{name}"})
    void open(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        Attachment file = attachments.open(id);
        boolean shown = FileType.shown(file.type());
        response.setContentType(!shown ? FileType.OCTETS : file.type().equals(FileType.TEXT) ? "text/plain;charset=utf-8" : file.type());
        response.setHeader("Content-Disposition", (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8).build().toString());
        response.setHeader("Content-Security-Policy", file.type().equals("application/pdf") ? BOXED_PDF : BOXED);
        response.setContentLengthLong(file.size());
        for (long at = 0; at < file.size(); ) {
            byte[] piece = attachments.piece(id, at);
            if (piece.length == 0) {
                return;
            }
            response.getOutputStream().write(piece);
            at += piece.length;
        }
    }
}
