package whom.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup, read once from its head to its end. */
final class Reading implements AutoCloseable {

    /** What is done with the rows of a table, as {@code COPY} writes them. */
    @FunctionalInterface
    interface Taking {
        void take(Manifest.Table table, InputStream rows) throws IOException, SQLException;
    }

    static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 64 * 1024 * 1024;

    private final DataInputStream in;
    private final Manifest manifest;

    private Reading(DataInputStream in) throws IOException {
        this.in = in;
        this.manifest = json(Manifest.class);
    }

    /** @throws Unreadable when it is no backup, or not with this passphrase */
    static Reading of(Path file, Passphrase passphrase) throws IOException {
        try {
            return new Reading(new DataInputStream(new InflaterInputStream(new OpeningStream(new BufferedInputStream(Files.newInputStream(file), 1 << 17), passphrase::key), new Inflater(), 1 << 16)));
        } catch (NoSuchFileException e) {
            throw new Unreadable("There is no file " + file + ".", e);
        } catch (GeneralSecurityException | EOFException | ZipException e) {
            throw Unreadable.altered(e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Reads to the end. @throws Unreadable when anything is not as it was written */
    Totals takeAll(Taking taking) throws IOException, SQLException {
        try {
            List<Totals.Rows> came = new ArrayList<>();
            for (Manifest.Table table : manifest.tables()) {
                var rows = new RowsIn(in);
                taking.take(table, rows);
                came.add(rows.end(table.name()));
            }
            Totals totals = json(Totals.class);
            if (in.read() >= 0 || !totals.tables().equals(came)) {
                throw Unreadable.altered(null);
            }
            return totals;
        } catch (EOFException | ZipException e) {
            throw Unreadable.altered(e);
        }
    }

    private <T> T json(Class<T> type) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw Unreadable.altered(null);
        }
        try {
            return JSON.readValue(in.readNBytes(length), type);
        } catch (JacksonException e) {
            throw Unreadable.altered(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
