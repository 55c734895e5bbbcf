package whom.conversations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The files of a form. A file input that was left empty still sends one without a name. */
public final class Uploads {

    private Uploads() {}

    public static List<Upload> of(@Nullable List<MultipartFile> files) {
        if (files == null) {
            return List.of();
        }
        return files.stream().filter(file -> !file.isEmpty())
                .map(file -> new Upload(file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), file.getSize(), file::getInputStream)).toList();
    }
}
