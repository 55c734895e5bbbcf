package whom.mail.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;
import whom.mail.Letters;

/**
 * {@code kill -9}: processes that fetch mail from a real server and work it off are killed as often as there is time for, each somewhere
 * within what it does; in the end every letter is there once. {@code -Dwhom.kills=100} does it so often, however long that takes: the build machine does (.ci/run).
 */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledTest {

    private static final int KILLS = 100;
    /** As many as fit into this time, and so many at least; a given number takes the time that it takes. */
    private static final Duration ENOUGH = Duration.ofSeconds(15);
    private static final int AT_LEAST = 8;
    /** Beside each other, as several nodes are. */
    private static final int NODES = 2;
    private static final int LETTERS_EACH = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database;
    private final World world;
    private final Fetching fetching;
    private final Arrivals arrivals;
    private final GreenMail server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP), new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)});
    private final List<Process> nodes = new ArrayList<>();
    private int sent;

    KilledTest(TestDatabase database, Fetching fetching, Arrivals arrivals) {
        this.database = database;
        this.world = World.in(database);
        this.fetching = fetching;
        this.arrivals = arrivals;
        server.start();
    }

    @AfterAll
    void stop() {
        nodes.forEach(Process::destroyForcibly);
        server.stop();
    }

    @Test
    void however_often_it_is_killed_every_letter_counts_once(@TempDir Path folder) throws Exception {
        GreenMailUser imap = mailbox("imap@desk.example", "imap");
        GreenMailUser pop = mailbox("pop@desk.example", "pop3");
        fetching.once("imap@desk.example"); // what comes from now on is fetched
        List<String> java = prepared(folder);
        Integer wanted = Integer.getInteger("whom.kills");
        Instant until = wanted == null ? Instant.now().plus(ENOUGH) : Instant.MAX;
        int kills = 0;
        long cpu = 0;
        Instant began = Instant.now();
        for (int most = wanted == null ? KILLS : wanted; kills < most && (kills < AT_LEAST || Instant.now().isBefore(until)); kills++) {
            while (nodes.size() < NODES) {
                nodes.add(start(java, "work"));
            }
            Process node = nodes.removeFirst();
            assertThat(isAtWork(node)).isTrue();
            String kept = state();
            for (int i = 0; i < LETTERS_EACH; i++) {
                put(kills % 3 == 2 ? pop : imap);
            }
            world.makes("update mail.mailbox set next_at = now()"); // as when the time of whoever was killed with it is over
            if (kills % 4 > 0) {
                untilChanged(kept);
            }
            Thread.sleep(ThreadLocalRandom.current().nextInt(40));
            assertThat(node.isAlive()).as("a node ends only when it is killed").isTrue();
            cpu += node.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
            node.destroyForcibly().waitFor();
        }
        nodes.forEach(Process::destroyForcibly);
        System.out.println("killed " + kills + " times within " + Duration.between(began, Instant.now()).toSeconds() + " s while " + sent + " letters came; a node used " + cpu / Math.max(1, kills) + " ms of the processor");
        finish();
        // at which a node died more often than chance would have it waits for an administrator, who has it tried again
        world.asks(World.HAL, "select count(mail.try_again(key))::text from mail.set_aside()");
        finish();
        String letters = Integer.toString(sent);
        assertThat(world.knows("select string_agg(distinct state || ' ' || outcome || failure, ', ') from mail.incoming")).isEqualTo("done opened");
        assertThat(world.knows("select count(*) || ' ' || count(distinct subject) from tickets.ticket where subject like 'Killed %'")).isEqualTo(letters + " " + letters);
        assertThat(world.knows("select count(*) from conversations.message where text like 'words %'")).isEqualTo(letters);
        assertThat(server.getManagers().getImapHostManager().getInbox(pop).getMessageCount()).isZero();
    }

    /** How far the letters are. */
    private String state() {
        return world.knows("select count(*) || ' ' || count(*) filter (where state = 'done') || ' ' || coalesce(sum(attempts), 0) from mail.incoming");
    }

    /** Until something was fetched, lent or worked off: then its node is in the middle of the next. */
    private void untilChanged(String before) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until) && state().equals(before)) {
            Thread.sleep(2);
        }
    }

    /** What was left lying is fetched and worked off by a node that lives. */
    private void finish() throws Exception {
        Instant until = Instant.now().plusSeconds(60);
        fetching.once("imap@desk.example");
        fetching.once("pop@desk.example");
        while (Instant.now().isBefore(until) && !world.knows("select count(*) from mail.incoming where state = 'waiting'").equals("0")) {
            if (!arrivals.work()) {
                Thread.sleep(50);
            }
        }
    }

    private void put(GreenMailUser user) throws Exception {
        int n = sent++;
        byte[] letter = Letters.bytes("From: person" + n % 7 + "@far.example\nTo: desk@desk.example\nSubject: Killed " + n + "\nMessage-ID: <killed" + n + "@far.example>\n\nwords " + n);
        user.deliver(new MimeMessage(GreenMailUtil.getSession(ServerSetup.SMTP), new ByteArrayInputStream(letter)));
    }

    private GreenMailUser mailbox(String address, String protocol) {
        GreenMailUser user = server.setUser(address, address, "secret");
        int port = protocol.equals("imap") ? server.getImap().getPort() : server.getPop3().getPort();
        world.makes("insert into mail.mailbox (address, protocol, host, port, security, user_name, password) values ('" + address + "', '" + protocol + "', '127.0.0.1', " + port + ", 'none', '" + address
                + "', 'secret')");
        return user;
    }

    private static boolean isAtWork(Process node) throws IOException {
        var said = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals("at work")) {
                return true;
            }
        }
        return false;
    }

    /** The command of a quick start: our classes in a jar, and which of all classes are needed written down by a first one that ends by itself. */
    private List<String> prepared(Path folder) throws Exception {
        String ours = jar(folder.resolve("ours.jar")).toString();
        String libraries = classPath().stream().filter(each -> each.endsWith(".jar")).reduce(ours, (a, b) -> a + File.pathSeparator + b);
        List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m", "-cp", libraries,
                "-Dlogging.level.root=off", "--enable-native-access=ALL-UNNAMED");
        Path archive = folder.resolve("node.aot");
        List<String> first = Stream.concat(java.stream(), Stream.of("-XX:AOTCacheOutput=" + archive)).toList();
        Process training = start(first, null);
        String said = new String(training.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(training.waitFor()).as(said).isZero();
        return Files.exists(archive) ? Stream.concat(java.stream(), Stream.of("-XX:AOTCache=" + archive)).toList() : java;
    }

    private Process start(List<String> java, @org.jspecify.annotations.Nullable String argument) throws IOException {
        var builder = new ProcessBuilder(Stream.concat(java.stream(), Stream.concat(Stream.of(IntakeNode.class.getName()), Stream.ofNullable(argument))).toList()).redirectErrorStream(true);
        builder.environment().putAll(database.way());
        Process process = builder.start();
        nodesEnd(process);
        return process;
    }

    /** So that none survives this one. */
    private static void nodesEnd(Process process) {
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    private static List<String> classPath() {
        return KilledTest.class.getClassLoader() instanceof URLClassLoader own ? Arrays.stream(own.getURLs()).map(url -> Path.of(URI.create(url.toString())).toString()).toList()
                : List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static Path jar(Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar); var zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (String folder : classPath()) {
                Path top = Path.of(folder);
                if (Files.isDirectory(top)) {
                    add(zip, top);
                }
            }
        }
        return jar;
    }

    private static void add(ZipOutputStream zip, Path top) throws IOException {
        try (Stream<Path> files = Files.walk(top.resolve("whom"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class") || each.toString().endsWith(".txt")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                var crc = new CRC32();
                crc.update(bytes);
                var entry = new ZipEntry(top.relativize(file).toString().replace(File.separatorChar, '/'));
                entry.setSize(bytes.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(bytes);
                zip.closeEntry();
            }
        }
    }
}
