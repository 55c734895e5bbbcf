package whom.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.conversations.Conversations;
import whom.database.TestDatabase;
import whom.web.BrowserTest;

/** The pages on which mail is set up. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailBrowserTest extends BrowserTest {

    private final RunningWhom whom;
    private final World world;
    private final Conversations conversations;

    MailBrowserTest(RunningWhom whom, TestDatabase database, Conversations conversations) {
        this.conversations = conversations;
        this.whom = whom;
        this.world = World.in(database);
        world.makes("insert into mail.setting (name, value) values ('host', '127.0.0.1'), ('address', 'help@desk.example'), ('site', 'https://desk.example') on conflict (name) do update set value = excluded.value");
        world.makes("insert into mail.mailbox (address, protocol, host, user_name, failure) values ('help@desk.example', 'imap', 'imap.desk.example', 'help', 'signing in was refused') on conflict do nothing");
        world.makes("insert into mail.sender (service_id, address, name, signature, changed_by) values (21, 'help@desk.example', '{\"en\": \"Network desk\"}', '{\"en\": \"{sender} of {from}\"}', 108) on conflict do nothing");
        world.makes("insert into mail.incoming (hash, trusted, raw, state, failure) values ('m', true, 'x', 'put_aside', 'loop') on conflict do nothing");
        world.makes("insert into mail.wording (occasion, language, audience, edition, subject, text, foot, changed_by) values ('notice', 'de', 'inside', 1, 'Neues', '{link} {ticket.number}', '{reason}', 108) on conflict do nothing");
    }

    @Override
    protected void prepare(BrowserContext context, String address) {
        context.addCookies(List.of(new Cookie("whom", world.session(address.contains("/tickets/") ? World.FAY : World.HAL)).setUrl(whom.address())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mail", "/mail/settings", "/mail/mailboxes", "/mail/senders", "/mail/senders/desk", "/mail/senders/service-network", "/mail/stop/nothing", "/mail/texts", "/mail/texts/answer-en-outside", "/mail/texts/notice-de-inside", "/mail/addresses/nothing", "/mail/addresses"})
    void every_page_is_for_everybody(String path) {
        holdsUp(whom.address() + path);
    }

    @Test
    void how_it_reads_follows_what_is_typed() {
        try (BrowserContext context = window(1280, ColorScheme.LIGHT)) {
            prepare(context, "");
            Page page = context.newPage();
            page.navigate(whom.address() + "/mail/texts/answer-en-outside");
            page.fill("#text", "Good day {name}: {message} {link}");
            page.waitForCondition(() -> page.locator("#reads").innerText().contains("Good day Robin: It wanted a new roller"));
            page.selectOption("#vocabulary", "partners");
            page.fill("#foot", "{reson} of {the user}");
            page.waitForCondition(() -> page.locator("#reads").innerText().contains("Did you mean {reason}?"));
            assertThat(page.locator("#reads").innerText()).contains("of the partner");
            assertThat(page.locator("#text").inputValue()).isEqualTo("Good day {name}: {message} {link}");
        }
    }

    @Test
    void how_a_signature_reads_follows_what_is_typed() {
        try (BrowserContext context = window(1280, ColorScheme.LIGHT)) {
            prepare(context, "");
            Page page = context.newPage();
            page.navigate(whom.address() + "/mail/senders/service-network");
            page.fill("#signature_en", "Room 7, {sender}");
            page.waitForCondition(() -> page.locator("#reads").innerText().contains("Room 7, Kim"));
            page.fill("#name_de", "Netz");
            page.waitForCondition(() -> page.locator("#reads").innerText().contains("Kim (Netz) <help@desk.example>"));
        }
    }

    @Test
    void who_was_let_in_stops_mails_by_its_link_and_sees_it_on_the_page() {
        long ticket = world.raised(World.ANN, World.ANN, World.NETWORK, "Stopping", "x");
        world.asks(World.ANN, "select conversations.let_in(?, ?, null, now() + interval '7 days', '{}')", World.HAL, ticket);
        String mail = world.knows("insert into mail.outgoing (conversation_id, recipient_id, address, mail_id, kind, automatic) values (" + ticket + ", 108, 'hal@example.org', 'stop@desk.example', 'answer', false) returning id");
        String link = "/mail/stop/" + new Post(java.util.Map.of("reply_secret", world.knows("select value from mail.setting where name = 'reply_secret'")), true).stops().write(Long.parseLong(mail));
        holdsUp(whom.address() + link);
        holdsUp(whom.address() + "/requests/" + world.number(ticket));
        try (BrowserContext context = window(360, ColorScheme.DARK)) {
            Page page = context.newPage();
            page.navigate(whom.address() + link);
            page.getByText("Stop these mails").click();
            page.getByText("Have them come again").waitFor();
        }
        holdsUp(whom.address() + "/requests/" + world.number(ticket));
    }

    @Test
    void a_mails_own_form_shows_pictures_from_elsewhere_when_one_asks_and_what_did_not_arrive_says_what_to_do() {
        long ticket = world.raised(World.ANN, World.ANN, World.NETWORK, "Mails", "x");
        world.sees(Actor.Machine.MAIL, "select conversations.hear((select min(thread_id) from conversations.thread_of_number(?)), 101, 'Ann', true, 'As in the picture', '', ?, 'en', 'pictures@example.org', false, 2)",
                world.number(ticket), "<p style='color:black'>As in the picture</p><img src='https://pictures.invalid/a.png' alt='A printer'><img src='https://pictures.invalid/b.png' alt='A roller'>");
        long said = World.acting(World.FAY, () -> conversations.say(ticket, "We have a look", List.of()));
        world.makes("update mail.outgoing set state = 'bounced', failure = 'mailbox_full' where message_id = " + said);
        String address = whom.address() + "/tickets/" + world.number(ticket);
        try (BrowserContext context = window(1280, ColorScheme.DARK)) {
            prepare(context, address);
            Page page = context.newPage();
            List<String> asked = new ArrayList<>();
            page.route("https://pictures.invalid/**", route -> {
                asked.add(route.request().headers().getOrDefault("referer", "nothing said"));
                route.fulfill(new Route.FulfillOptions().setContentType("image/svg+xml").setBody("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"));
            });
            page.navigate(address);
            page.getByText("As it was sent").click();
            page.frameLocator(".as-sent iframe").getByText("A printer").waitFor();
            assertThat(asked).isEmpty();
            assertThat(page.frameLocator(".as-sent iframe").locator("p").evaluate("p => getComputedStyle(p).color + getComputedStyle(document.documentElement).backgroundColor").toString()).as("legible where pages are dark")
                    .isEqualTo("rgb(255, 255, 255)rgb(18, 18, 18)");
            page.getByText("Show 2 pictures").click();
            page.frameLocator(".as-sent iframe").locator("img").nth(1).waitFor();
            page.waitForCondition(() -> asked.size() == 2);
            assertThat(asked).containsOnly("nothing said");
            assertThat(page.getByText("the mailbox is full").isVisible()).isTrue();
            assertThat(page.getByText("Send it again later").isVisible()).isTrue();
        }
        holdsUp(address);
    }
}
