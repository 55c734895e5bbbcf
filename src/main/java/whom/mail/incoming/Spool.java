package whom.mail.incoming;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A letter while it comes in: a small one in memory, a large one in a file, so that many large ones at once do not fill the memory. Close it. */
final class Spool extends FilterOutputStream {

    /** Up to here a letter is small: many may be in memory at once. */
    static final int SMALL = 1024 * 1024;

    private final int largest;
    private final ByteArrayOutputStream memory;
    private @Nullable Path file;
    private long size;

    /** @param largest what comes beyond is thrown away */
    Spool(int largest) {
        this(largest, new ByteArrayOutputStream(16 * 1024));
    }

    private Spool(int largest, ByteArrayOutputStream memory) {
        super(memory);
        this.largest = largest;
        this.memory = memory;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        size += count;
        if (size > largest) {
            return;
        }
        if (file == null && size > SMALL) {
            toFile();
        }
        out.write(bytes, from, count);
    }

    private void toFile() throws IOException {
        file = Files.createTempFile("whom-letter", ".eml");
        OutputStream disk = new java.io.BufferedOutputStream(Files.newOutputStream(file), 64 * 1024);
        memory.writeTo(disk);
        memory.reset();
        out = disk;
    }

    boolean isTooLarge() {
        return size > largest;
    }

    boolean isLarge() {
        return file != null;
    }

    /** All of it, in memory. */
    byte[] bytes() throws IOException {
        out.flush();
        return file == null ? memory.toByteArray() : Files.readAllBytes(file);
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
