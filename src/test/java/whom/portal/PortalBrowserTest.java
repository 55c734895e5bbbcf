package whom.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.World.ANN;
import static whom.World.BEN;
import static whom.World.FAY;
import static whom.World.GUS;
import static whom.World.HAL;
import static whom.World.IDA;
import static whom.World.MIA;
import static whom.World.NETWORK;
import static whom.World.acting;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.conversations.AnswerLinks;
import whom.conversations.AskToBreak;
import whom.conversations.Conversations;
import whom.conversations.Seals;
import whom.conversations.SideConversations;
import whom.conversations.Upload;
import whom.database.TestDatabase;
import whom.web.BrowserTest;

/** The main path in a browser: ask, be answered, follow, let in, take back; and that every page holds up. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalBrowserTest extends BrowserTest {

    /** Set to a folder to look at the pages; the tests do not compare pictures. */
    private static final String PICTURES = System.getenv("WHOM_PICTURES");

    private final World world;
    private final RunningWhom whom;
    private final Conversations conversations;
    private final SideConversations sides;
    private final Seals seals;
    private final AnswerLinks links;
    private long looking = ANN;

    PortalBrowserTest(TestDatabase database, RunningWhom whom, Conversations conversations, SideConversations sides, Seals seals, AnswerLinks links) {
        this.world = World.in(database);
        this.whom = whom;
        this.conversations = conversations;
        this.sides = sides;
        this.seals = seals;
        this.links = links;
    }

    @Override
    protected void prepare(BrowserContext context, String address) {
        signIn(context, looking);
    }

    private void signIn(BrowserContext context, long person) {
        context.addCookies(List.of(new Cookie("whom", world.session(person)).setUrl(whom.address())));
    }

    private Page pageOf(long person) {
        BrowserContext context = window(1280, ColorScheme.LIGHT);
        signIn(context, person);
        Page page = context.newPage();
        page.setDefaultTimeout(10_000);
        return page;
    }

    @Test
    void from_asking_to_being_answered_to_letting_in_and_taking_back() {
        Page ann = pageOf(ANN);
        ann.navigate(whom.address() + "/");
        ann.getByLabel("What has gone wrong, or what do you need?").fill("The wi-fi drops in room 5. Since Monday.");
        ann.locator("#files").setInputFiles(new FilePayload("log.txt", "text/plain", "hop 1".getBytes(StandardCharsets.UTF_8)));
        assertThat(ann.locator("[data-list]").textContent()).contains("log.txt");
        ann.getByText("Continue").click();
        ann.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("What is it about?")).fill("wi");
        ann.getByRole(com.microsoft.playwright.options.AriaRole.OPTION).first().click();
        ann.getByText("Continue").click();
        ann.getByLabel("I cannot work").check();
        ann.getByText("Continue").click();
        assertThat(ann.locator("main").textContent()).contains("log.txt", "Network › Wi-Fi".substring(10), "the people of Network");
        ann.locator("main").getByText("Send", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)).click();
        ann.getByText("Follow it").click();
        String number = ann.url().substring(ann.url().lastIndexOf('/') + 1);
        long ticket = Long.parseLong(world.knows("select id from tickets.ticket where number = '" + number + "'"));

        acting(FAY, () -> conversations.say(ticket, "Please restart it once.", List.of()));
        ann.reload();
        assertThat(ann.locator("main").textContent()).contains("Please restart it once.", "log.txt");

        ann.locator(".readers > summary").click();
        ann.getByText("Let somebody in").click();
        ann.getByLabel("Whom do you want to let in?").fill("Baker");
        ann.getByText("Continue").click();
        ann.getByText("Let Ben Baker in").last().click();
        assertThat(ann.locator(".readers").textContent()).contains("Ben Baker");

        Page ben = pageOf(BEN);
        ben.navigate(whom.address() + "/requests/" + number);
        assertThat(ben.locator("main").textContent()).contains("You can read what comes from now on.").doesNotContain("Please restart it once.");
        ben.getByLabel("Your answer").fill("I have it too");
        ben.getByText("Send", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(ben.locator("main").textContent()).contains("I have it too");

        ann.reload();
        ann.locator(".readers > summary").click();
        ann.getByText("Take back").click();
        assertThat(ann.locator(".readers > summary").textContent()).doesNotContain("Ben Baker");
        assertThat(ben.reload().status()).isEqualTo(404);

        ann.getByText("Solved, thank you").click();
        assertThat(ann.locator(".where").textContent()).contains("Solved");
    }

    @Test
    void a_draft_is_kept_while_it_is_written() {
        long ticket = world.raised(ANN, ANN, NETWORK, "VPN drops", "every hour");
        Page ann = pageOf(ANN);
        ann.navigate(whom.address() + "/requests/" + world.number(ticket));
        ann.getByLabel("Your answer").fill("half a thought");
        ann.getByText("Draft saved").waitFor();
        Page phone = pageOf(ANN);
        phone.navigate(whom.address() + "/requests/" + world.number(ticket));
        assertThat(phone.getByLabel("Your answer").inputValue()).isEqualTo("half a thought");
    }

    @Test
    void every_page_holds_up() {
        long ticket = full();
        String path = "/requests/" + world.number(ticket);
        String asking = world.asks(ANN, "insert into portal.asking (account_id, text, service_id, doing) values (101, 'The wi-fi drops', 26, 'stopped') returning id");
        world.raised(ANN, BEN, NETWORK, "For Ben", "A chair for Ben, please");
        String raised = world.knows("select number from tickets.ticket where served_id = 102 order by id desc limit 1");
        String side = world.knows("select public_id from conversations.thread where conversation_id = " + ticket + " and kind = 'side' order by id limit 1");
        String answer = Actor.as(Actor.Machine.MAIL, () -> links.make(Long.parseLong(world.knows("select max(id) from conversations.message where audience = 'main' and conversation_id = " + ticket)), ANN)).shown();
        String help = "/help/" + asking;
        for (String page : List.of("/help", "/help?service=lobby", help + "/what", help + "/service", help + "/urgency", help + "/for", help + "/check", path, path + "/sent", "/requests",
                "/requests/" + raised, path + "/let-in", path + "/let-in?name=ha", path + "/let-in/cat", "/side/" + side, "/answer/" + answer, "/seals/published")) {
            picture(page);
            holdsUp(whom.address() + page);
        }
        looking = FAY;
        for (String page : List.of("/side/" + side, "/conversations/" + world.number(ticket) + "/sides", "/admissions", "/seals")) {
            picture(page);
            holdsUp(whom.address() + page);
        }
        looking = IDA;
        picture("/seals");
        holdsUp(whom.address() + "/seals");
        looking = ANN;
    }

    /** A conversation with everything in it. */
    private long full() {
        long ticket = world.raised(ANN, ANN, NETWORK, "The VPN drops every ten minutes after the update", "Since the update last night my connection drops about every ten minutes, always with error 809.\n\nI restarted twice and tried the guest wifi, same thing.");
        byte[] log = "hop 1".getBytes(StandardCharsets.UTF_8);
        acting(FAY, () -> conversations.say(ticket, "Hello Ann, this is the new VPN client. Open the software store, choose “VPN 5.1” and install; it takes two minutes and keeps your settings.",
                List.of(new Upload("how to go back to 5.1.txt", log.length, () -> new ByteArrayInputStream(log)), new Upload("trace.pcap", log.length, () -> new ByteArrayInputStream(log)))));
        acting(GUS, () -> conversations.note(ticket, "Same as the others.", List.of()));
        UUID side = acting(FAY, () -> sides.open(ticket, "Line fault in Hall 3", "The supplier measures the line", List.of(MIA)));
        acting(MIA, () -> sides.say(side, "We measured; the line is fine.", List.of()));
        acting(FAY, () -> sides.askToWithhold(acting(FAY, () -> sides.open(ticket, "Another", "Security looks into it", List.of(GUS))), "An inquiry is under way", java.time.Instant.now().plusSeconds(900_000)));
        world.sees(Actor.Machine.MAIL, "select conversations.hear((select min(thread_id) from conversations.thread_of_number(?)), 101, 'Ann Archer', true, 'It works now, thank you.' || chr(10) || chr(10) || '> Hello Ann', 'It works now, thank you.', '<p>It <b>works</b> now</p>', 'en', 'x@y', false)", world.number(ticket));
        String key = acting(HAL, () -> seals.ask(new AskToBreak(world.number(ticket), "An inquiry into the theft of a laptop", 3, null, null)));
        acting(IDA, () -> seals.decide(key, true));
        acting(HAL, () -> seals.ask(new AskToBreak(world.number(77_777), "Another inquiry that has to be decided", 8, "an order of the court", java.time.Instant.now().plusSeconds(900_000))));
        acting(GUS, () -> conversations.open(ticket));
        acting(HAL, () -> conversations.open(ticket));
        return ticket;
    }

    private void picture(String path) {
        if (PICTURES == null) {
            return;
        }
        for (ColorScheme scheme : ColorScheme.values()) {
            for (int width : scheme == ColorScheme.LIGHT || scheme == ColorScheme.DARK ? new int[] {1280, 360} : new int[0]) {
                try (BrowserContext context = window(width, scheme)) {
                    signIn(context, looking);
                    Page page = context.newPage();
                    page.navigate(whom.address() + path);
                    if (page.locator(".readers > summary").count() > 0) {
                        page.locator(".readers > summary").first().click();
                    }
                    page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(Path.of(PICTURES, path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id").replaceAll("answer/.*", "answer")
                            .replaceAll("[A-Z0-9]{3}-[A-Z0-9]{4}", "no").replaceAll("\\W+", "_") + (looking == ANN ? "" : "_" + looking) + "_" + width + "_" + scheme.name().toLowerCase() + ".png")));
                }
            }
        }
    }
}
