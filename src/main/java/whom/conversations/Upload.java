package whom.conversations;

import java.io.IOException;
import java.io.InputStream;

/** A file that comes in: as somebody named it, and how to read it. It is read once or twice, never held in memory whole. */
public record Upload(String name, long size, Bytes bytes) {

    @FunctionalInterface
    public interface Bytes {
        InputStream open() throws IOException;
    }
}
