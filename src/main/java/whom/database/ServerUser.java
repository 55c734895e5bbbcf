package whom.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom PostgreSQL's programs run, which refuse root and those without a name. An ordinary user runs them as they are. Root
 * runs them as the data folder's owner. Where that is root too, or nobody knows a name for it, they run in a user namespace,
 * in which they are called "nobody" and can touch exactly what they could before.
 */
record ServerUser(List<String> prefix, int uid, int gid) {

    private static final List<String> NAMELESS = List.of("unshare", "--user");

    static ServerUser of(Path folder) throws IOException {
        var process = new UnixSystem();
        boolean root = process.getUid() == 0;
        int uid = root ? (int) Files.getAttribute(folder, "unix:uid") : (int) process.getUid();
        int gid = root ? (int) Files.getAttribute(folder, "unix:gid") : (int) process.getGid();
        var prefix = new ArrayList<String>();
        if (root && uid != 0) {
            prefix.addAll(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"));
        }
        if (uid == 0 || !hasName(folder, root)) {
            refuseWithoutNamespaces(uid, folder);
            prefix.addAll(NAMELESS);
        }
        return new ServerUser(List.copyOf(prefix), uid, gid);
    }

    private static boolean hasName(Path folder, boolean root) throws IOException {
        return root ? !Files.getOwner(folder).getName().matches("\\d+") : !System.getProperty("user.name").equals("?");
    }

    private static void refuseWithoutNamespaces(int uid, Path folder) {
        if (!works(NAMELESS)) {
            throw new CannotStart("PostgreSQL does not run as " + (uid == 0 ? "root" : "user " + uid + ", who has no name")
                    + ", and this system has no user namespaces. Start Whom as an ordinary user, or as root on a data folder that belongs to one"
                    + " (chown -R nobody " + folder + "), or set WHOM_DB_URL to another PostgreSQL.");
        }
    }

    private static boolean works(List<String> prefix) {
        try {
            var command = new ArrayList<>(prefix);
            command.add("true");
            var trial = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    List<String> command(List<String> program) {
        var all = new ArrayList<>(prefix);
        all.addAll(program);
        return all;
    }

    /** What root writes for the server must belong to the server's user. */
    void give(Path file) throws IOException {
        if ((int) Files.getAttribute(file, "unix:uid") != uid) {
            Files.setAttribute(file, "unix:uid", uid);
            Files.setAttribute(file, "unix:gid", gid);
        }
    }
}
