package whom.mail.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Outlook's winmail.dat (MS-OXTNEF): the files in it, and its body where it has one. Every length is checked against what is
 * there; reading stops at the first one that does not fit and keeps what was read.
 */
record Tnef(List<Attachment> attachments, @Nullable String text, @Nullable String html) {

    private static final int SIGNATURE = 0x223E9F78;
    private static final int CODE_PAGE = 0x9007;
    private static final int BODY = 0x800C;
    private static final int MESSAGE_PROPERTIES = 0x9003;
    private static final int NEXT_ATTACHMENT = 0x9002;
    private static final int TITLE = 0x8010;
    private static final int DATA = 0x800F;
    private static final int PROPERTIES = 0x9005;
    private static final int MOST_FILES = 1_000;

    static Tnef read(byte[] bytes) {
        return new Reader(bytes).read();
    }

    /** What is known so far of the file under way. */
    private static final class File {

        private @Nullable String title;
        private byte[] data = new byte[0];
        private MapiProperties properties = MapiProperties.NONE;

        Attachment attachment() {
            String name = properties.text(MapiProperties.LONG_FILENAME).or(() -> Optional.ofNullable(title))
                    .or(() -> properties.text(MapiProperties.FILENAME)).or(() -> properties.text(MapiProperties.DISPLAY_NAME)).orElse("");
            byte[] content = data.length > 0 ? data : properties.bytes(MapiProperties.ATTACH_DATA).orElse(data);
            return new Attachment(FileNames.safe(name).orElse(null), properties.text(MapiProperties.MIME_TAG).orElse("application/octet-stream"),
                    properties.text(MapiProperties.CONTENT_ID).orElse(null), content);
        }
    }

    private static final class Reader {

        private final LittleEndian in;
        private final List<Attachment> files = new ArrayList<>();
        private @Nullable File file;
        private String codePage = "windows-1252";
        private @Nullable String text;
        private MapiProperties message = MapiProperties.NONE;

        Reader(byte[] bytes) {
            in = new LittleEndian(bytes);
        }

        Tnef read() {
            if (in.has(6) && in.int32() == SIGNATURE) {
                in.skip(2);
                while (in.has(9) && files.size() < MOST_FILES) {
                    in.skip(1);
                    int attribute = in.int32() & 0xFFFF;
                    int length = in.int32();
                    if (length < 0 || !in.has(length)) {
                        break;
                    }
                    attribute(attribute, in.bytes(length));
                    in.skip(2);
                }
            }
            finishFile();
            String plain = text != null ? text : message.text(MapiProperties.BODY).orElse(null);
            String html = message.bytes(MapiProperties.BODY_HTML).map(b -> Charsets.decodeHtml(b, Optional.empty()))
                    .or(() -> message.text(MapiProperties.BODY_HTML)).orElse(null);
            if (plain == null && html == null) {
                plain = message.bytes(MapiProperties.RTF_COMPRESSED).map(CompressedRtf::decompress).map(RtfText::of).filter(t -> !t.isBlank()).orElse(null);
            }
            return new Tnef(List.copyOf(files), plain, html);
        }

        private void attribute(int attribute, byte[] value) {
            switch (attribute) {
                case CODE_PAGE -> codePage = value.length >= 4 ? "windows-" + new LittleEndian(value).int32() : codePage;
                case BODY -> text = string(value);
                case MESSAGE_PROPERTIES -> message = MapiProperties.read(value, codePage);
                case NEXT_ATTACHMENT -> {
                    finishFile();
                    file = new File();
                }
                case TITLE -> current().title = string(value);
                case DATA -> current().data = value;
                case PROPERTIES -> current().properties = MapiProperties.read(value, codePage);
                default -> { }
            }
        }

        private File current() {
            if (file == null) {
                file = new File();
            }
            return file;
        }

        private void finishFile() {
            if (file != null) {
                files.add(file.attachment());
                file = null;
            }
        }

        private String string(byte[] value) {
            String decoded = Charsets.decode(value, Optional.of(codePage));
            int zero = decoded.indexOf('\0');
            return zero < 0 ? decoded : decoded.substring(0, zero);
        }
    }
}
