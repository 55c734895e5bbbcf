package whom.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom PostgreSQL's programs run, which refuse root. An ordinary user runs them as they are. Root runs them as the
 * data folder's owner; where that is root too, in a user namespace, in which they cannot tell.
 */
record ServerUser(List<String> prefix, int uid, int gid) {

    static ServerUser of(Path folder) throws IOException {
        var process = new UnixSystem();
        if (process.getUid() != 0) {
            return new ServerUser(List.of(), (int) process.getUid(), (int) process.getGid());
        }
        int uid = (int) Files.getAttribute(folder, "unix:uid");
        int gid = (int) Files.getAttribute(folder, "unix:gid");
        if (uid != 0) {
            return new ServerUser(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"), uid, gid);
        }
        if (!namespaces()) {
            throw new CannotStart("PostgreSQL does not run as root, and this system has no user namespaces. "
                    + "Start Whom as an ordinary user, or give the data folder to one: chown -R nobody " + folder);
        }
        return new ServerUser(List.of("unshare", "--user"), 0, 0);
    }

    private static boolean namespaces() {
        try {
            var trial = new ProcessBuilder("unshare", "--user", "true").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
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
        if (!prefix.isEmpty() && uid != 0) {
            Files.setAttribute(file, "unix:uid", uid);
            Files.setAttribute(file, "unix:gid", gid);
        }
    }
}
