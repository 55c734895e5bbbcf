package whom.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.conversations.Conversations;
import whom.database.TestDatabase;
import whom.tickets.Priority;
import whom.tickets.RaiseTicket;
import whom.tickets.Raised;
import whom.tickets.Stage;
import whom.tickets.StageChange;
import whom.tickets.Tickets;
import whom.web.BrowserTest;

/** The pages about promises in a real browser: agreements of each kind, a month, a ticket's clocks, warnings, calendars, who is on duty. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementsBrowserTest extends BrowserTest {

    private final RunningWhom whom;
    private final World world;
    private final Raised raised;
    private final Tick tick;
    private long reader = World.HAL;

    AgreementsBrowserTest(RunningWhom whom, TestDatabase database, Tickets tickets, Conversations conversations, Tick tick) {
        this.whom = whom;
        this.world = World.in(database);
        this.tick = tick;
        tick.stop();
        for (String sql : List.of("insert into calendars.calendar (id, key, name, zone) values (41, 'always', '{\"en\": \"Always\"}', 'UTC')", """
                insert into calendars.pattern (calendar_id, valid_from, week) select 41, '-infinity', jsonb_object_agg(d, '00:00-24:00') from unnest(array['mon','tue','wed','thu','fri','sat','sun']) d
                """, "insert into standings.agreement (key, service_id, signatory_id, scope, valid_from) values ('a-payroll', 22, 104, 'everybody', '2020-01-01')", """
                insert into agreements.agreement (id, key, name, kind, service_id, team_id, supplier_id) values (51, 'payroll', '{"en": "Payroll for all"}', 'customer', 22, null, null),
                  (52, 'colleagues', '{"en": "Network for colleagues"}', 'team', null, 12, null), (54, 'brook', '{"en": "Cables"}', 'supplier', 22, null, 4)
                """, """
                insert into agreements.version (id, agreement_id, valid_from, calendar_id, reason) values (61, 51, '2020-01-01', 41, 'As agreed in spring'), (62, 52, '2020-01-01', 41, ''), (64, 54, '2020-01-01', 41, ''), (65, 51, current_date + 30, 31, 'Faster from then on')
                """, """
                insert into agreements.target (version_id, clock, minutes, priority, hours) values (61, 'first_response', 60, null, 'provider'), (61, 'solution', 480, null, 'provider'), (61, 'solution', 240, 1, 'served'),
                  (62, 'first_response', 120, null, 'provider'), (64, 'solution', 1440, null, 'provider'), (65, 'solution', 300, null, 'provider')
                """, "insert into agreements.level (version_id, minutes, whom, channel) values (61, -500, 'team', 'desk'), (62, -30, 'on_duty', 'mail'), (65, 0, 'assignee', 'mail')", """
                insert into agreements.exception (agreement_id, function, unit_id, reason, grantor, from_day, until_day) values (51, 'Pay run', 2, 'Wages are due tonight', 'Dan Draper', current_date - 10, current_date + 80)
                """, "insert into calendars.day (calendar_id, day, kind, times, name) values (31, current_date + 3, 'closed', '', 'Moving house'), (31, current_date + 4, 'break', '12:00-13:00', 'Fire drill')")) {
            world.makes(sql);
        }
        raised = World.acting(World.ANN, () -> tickets.raise(new RaiseTicket("incident", World.ANN, World.PAYROLL, null, "Nothing works since the very long weekend at the seaside", "At all.", Priority.USUAL, "web", "en")));
        World.acting(World.LEO, () -> { conversations.say(raised.id(), "Which month?", List.of()); });
        World.acting(World.LEO, () -> { tickets.move(raised.number(), null, StageChange.to(Stage.WAITING_USER)); });
        World.acting(World.ANN, () -> { conversations.say(raised.id(), "May.", List.of()); });
        World.acting(World.LEO, () -> { tickets.askIn(raised.number(), null, "network", "Look at the line"); });
        World.acting(World.LEO, () -> { tickets.move(raised.number(), null, new StageChange(Stage.WAITING_THIRD_PARTY, Instant.now().plus(Duration.ofDays(2)), "The cable")); });
        for (long person : new long[] {World.ANN, World.BEN, World.CAT, World.DAN, World.KIM}) {
            long id = world.raised(person, person, World.PAYROLL, "Old " + person, "x");
            world.makes("insert into agreements.outcome (ticket_id, clock, version_id, at, done, late, late_plain, due_at, used, paused, unasked) values (%d, 'solution', 61, now(), true, %b, true, now(), 30000, 5400, %b)"
                    .formatted(id, person == World.ANN || person == World.KIM, person == World.BEN));
            world.makes("update agreements.ticket set next_at = 'infinity' where ticket_id = " + id);
        }
        tick.once();
    }

    @Override
    protected void prepare(BrowserContext context, String address) {
        context.addCookies(List.of(new Cookie("whom", world.session(reader)).setUrl(whom.address())));
    }

    @Test
    void every_page_that_administrators_have_is_for_everybody() {
        reader = World.HAL;
        for (String path : List.of("/agreements", "/agreements/payroll", "/agreements/colleagues", "/agreements/brook", "/calendars", "/calendars/office?year=2026", "/teams/network/duty")) {
            holdsUp(whom.address() + path);
        }
    }

    @Test
    void every_page_that_agents_have_is_for_everybody() {
        reader = World.LEO;
        for (String path : List.of("/tickets/" + raised.number() + "/clocks", "/tickets/" + raised.number(), "/tickets?view=team", "/agreements/payroll/months/" + YearMonth.now(), "/agreements/payroll", "/warnings", "/services/payroll")) {
            holdsUp(whom.address() + path);
        }
    }

    @Test
    void a_tickets_clocks_are_drawn_and_said_with_what_stands_behind_them() {
        try (BrowserContext context = at(World.LEO, 1280)) {
            Page page = context.newPage();
            page.navigate(whom.address() + "/tickets/" + raised.number() + "/clocks");
            String said = page.locator("main").innerText();
            assertThat(said).contains("Payroll for all", "Network for colleagues", "Cables", "Behind it, promised by the team: Network", "Behind it, promised by the supplier: Brook", "stands still (Waiting");
            assertThat(page.locator("svg.timeline rect.stands").count()).isPositive();
            assertThat(page.locator("svg.timeline").count()).isEqualTo(4);
            assertThat(page.locator("time[datetime][title]").count()).isPositive();
            page.navigate(whom.address() + "/tickets/" + raised.number());
            page.waitForCondition(() -> page.locator("main").innerText().contains("Network for colleagues"));
        }
    }

    @Test
    void an_agreement_between_teams_is_made_planned_and_given_a_target_by_keyboard() {
        try (BrowserContext context = at(World.HAL, 360)) {
            Page page = context.newPage();
            page.navigate(whom.address() + "/agreements");
            page.locator("summary", new Page.LocatorOptions().setHasText("Add an agreement between teams")).focus();
            page.keyboard().press("Enter");
            page.locator("#team-en").fill("Desk for payroll");
            page.locator("#team-team").fill("Service desk");
            page.locator("#team-asker").fill("nobody knows them");
            page.locator("#team-asker").press("Enter");
            assertThat(page.title()).startsWith("Error: ");
            assertThat(page.locator("#en").inputValue()).as("what was typed is there, in an open fold").isEqualTo("Desk for payroll");
            assertThat(page.locator("#customer-en").inputValue()).as("and in no other form").isEmpty();
            page.locator(".trouble a").click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("asker");
            page.locator("#asker").fill("payroll");
            page.locator("#asker").press("Enter");
            assertThat(page.locator("h1").innerText()).isEqualTo("Desk for payroll");
            assertThat(page.locator("main").innerText()).contains("Between teams (OLA)", "every service", "Service desk to Payroll").doesNotContain("not signed", "Publish an exception");
            page.locator("summary", new Page.LocatorOptions().setHasText("Plan terms")).press("Enter");
            page.locator("form[action$='/versions'] button.main").press("Enter");
            page.locator("summary", new Page.LocatorOptions().setHasText("Add a target")).press("Enter");
            page.locator("[name=amount]").fill("2");
            page.locator("[name=amount]").press("Enter");
            assertThat(page.locator("main").innerText()).contains("First response", "2 h");
        }
    }

    private BrowserContext at(long person, int width) {
        BrowserContext context = window(width, ColorScheme.LIGHT);
        context.addCookies(List.of(new Cookie("whom", world.session(person)).setUrl(whom.address())));
        return context;
    }
}
