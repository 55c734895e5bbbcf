package whom.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;
import whom.web.BrowserTest;

/** The pages on which mail is set up. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailBrowserTest extends BrowserTest {

    private final RunningWhom whom;
    private final World world;

    MailBrowserTest(RunningWhom whom, TestDatabase database) {
        this.whom = whom;
        this.world = World.in(database);
        world.makes("insert into mail.setting (name, value) values ('host', '127.0.0.1'), ('address', 'help@desk.example'), ('site', 'https://desk.example') on conflict (name) do update set value = excluded.value");
        world.makes("insert into mail.mailbox (address, protocol, host, user_name, failure) values ('help@desk.example', 'imap', 'imap.desk.example', 'help', 'signing in was refused') on conflict do nothing");
        world.makes("insert into mail.incoming (hash, trusted, raw, state, failure) values ('m', true, 'x', 'put_aside', 'loop') on conflict do nothing");
        world.makes("insert into mail.wording (occasion, language, audience, edition, subject, text, foot, changed_by) values ('notice', 'de', 'inside', 1, 'Neues', '{link} {ticket.number}', '{reason}', 108) on conflict do nothing");
    }

    @Override
    protected void prepare(BrowserContext context, String address) {
        context.addCookies(List.of(new Cookie("whom", world.session(World.HAL)).setUrl(whom.address())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mail", "/mail/settings", "/mail/mailboxes", "/mail/texts", "/mail/texts/answer-en-outside", "/mail/texts/notice-de-inside", "/mail/addresses/nothing", "/mail/addresses"})
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
}
