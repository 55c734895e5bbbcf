package whom.mail.mime;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A MAPI property list (MS-OXTNEF 2.1.3.4): what TNEF says beyond its own attributes. Only texts and bytes are kept. */
record MapiProperties(Map<Integer, byte[]> values, Map<Integer, String> texts) {

    static final int BODY = 0x1000;
    static final int RTF_COMPRESSED = 0x1009;
    static final int BODY_HTML = 0x1013;
    static final int DISPLAY_NAME = 0x3001;
    static final int ATTACH_DATA = 0x3701;
    static final int FILENAME = 0x3704;
    static final int LONG_FILENAME = 0x3707;
    static final int MIME_TAG = 0x370E;
    static final int CONTENT_ID = 0x3712;

    static final MapiProperties NONE = new MapiProperties(Map.of(), Map.of());

    private static final int MOST = 10_000;
    private static final int FIRST_NAMED = 0x8000;
    private static final int MULTIPLE = 0x1000;

    Optional<String> text(int id) {
        return Optional.ofNullable(texts.get(id)).filter(t -> !t.isBlank());
    }

    Optional<byte[]> bytes(int id) {
        return Optional.ofNullable(values.get(id));
    }

    static MapiProperties read(byte[] bytes, String codePage) {
        var read = new MapiProperties(new HashMap<>(), new HashMap<>());
        var in = new LittleEndian(bytes);
        if (in.has(4)) {
            int count = Math.min(MOST, in.int32());
            for (int i = 0; i < count && read.one(in, codePage); i++) { }
        }
        return read;
    }

    /** False where the list ends before it should. */
    private boolean one(LittleEndian in, String codePage) {
        if (!in.has(4)) {
            return false;
        }
        int type = in.int16();
        int id = in.int16();
        if (id >= FIRST_NAMED && !skipName(in)) {
            return false;
        }
        boolean multiple = (type & MULTIPLE) != 0;
        boolean variable = switch (type & ~MULTIPLE) {
            case 0x001E, 0x001F, 0x0102, 0x000D -> true;
            default -> false;
        };
        int count = 1;
        if (multiple || variable) {
            if (!in.has(4)) {
                return false;
            }
            count = in.int32();
            if (count > in.left()) {
                return false;
            }
        }
        for (int i = 0; i < count; i++) {
            int size = variable ? in.has(4) ? in.int32() : -1 : fixed(type & ~MULTIPLE);
            if (size < 0 || !in.has(size)) {
                return false;
            }
            keep(id, type & ~MULTIPLE, in.bytes(size), codePage);
            in.skip((4 - size % 4) % 4);
        }
        return true;
    }

    private static boolean skipName(LittleEndian in) {
        if (!in.has(20)) {
            return false;
        }
        in.skip(16);
        boolean byNumber = in.int32() == 0;
        if (!in.has(4)) {
            return false;
        }
        int length = in.int32();
        if (!byNumber) {
            if (!in.has(length)) {
                return false;
            }
            in.skip(length + (4 - length % 4) % 4);
        }
        return true;
    }

    private static int fixed(int type) {
        return switch (type) {
            case 0x0002, 0x000B, 0x0003, 0x0004, 0x000A -> 4;
            case 0x0005, 0x0006, 0x0007, 0x0014, 0x0040 -> 8;
            case 0x0048 -> 16;
            case 0x0001, 0x0000 -> 0;
            default -> -1;
        };
    }

    private void keep(int id, int type, byte[] value, String codePage) {
        if (type == 0x001E || type == 0x001F) {
            String text = type == 0x001F ? new String(value, UTF_16LE) : Charsets.decode(value, Optional.of(codePage));
            int zero = text.indexOf('\0');
            texts.putIfAbsent(id, zero < 0 ? text : text.substring(0, zero));
        } else if (type == 0x0102 || type == 0x000D) {
            values.putIfAbsent(id, value);
        }
    }
}
