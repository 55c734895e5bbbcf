package whom.mail.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.World.ANN;
import static whom.World.BEN;
import static whom.World.CARE;
import static whom.World.FAY;
import static whom.World.HAL;
import static whom.World.NETWORK;
import static whom.World.WIFI;
import static whom.World.acting;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.Caller;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.conversations.Conversations;
import whom.conversations.Delivery;
import whom.conversations.Message;
import whom.database.TestDatabase;
import whom.mail.ReadMessage;
import whom.mail.incoming.Arrivals;

/** From whom mails go, queue by queue, with which signature; and how those who were let in stop them. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FromWhomTest {

    private final World world;
    private final RunningWhom whom;
    private final Conversations conversations;
    private final MailServer server;

    FromWhomTest(TestDatabase database, RunningWhom whom, Outbox outbox, Arrivals arrivals, Conversations conversations) {
        this.world = World.in(database);
        this.whom = whom;
        this.conversations = conversations;
        this.server = new MailServer(world, outbox, arrivals);
        world.makes("insert into mail.mailbox (address, service_id) values ('net@desk.example', 21), ('team@desk.example', null)");
    }

    @BeforeEach
    void empty() throws Exception {
        server.empty();
        world.makes("delete from mail.sender");
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    @Test
    void answers_of_a_queue_bear_its_address_name_and_signature_and_come_back_to_it() throws Exception {
        try (Visit hal = Visit.by(world, whom, HAL)) {
            assertThat(hal.get("/mail/senders").body()).contains("All mails go out from the service desk").contains("Service: Network");
            assertThat(hal.get("/mail/senders?queue=service-network").location()).isEqualTo("/mail/senders/service-network");
            assertThat(hal.get("/mail/senders/service-network").body()).contains("net@desk.example").contains("How it reads");
            String[] fields = {"address", "net@desk.example", "name_en", "Network desk", "name_de", "Netz", "signature_en", "{sender} for {from}\nRoom 7", "signature_de", "Zimmer 7"};
            assertThat(hal.post("/mail/senders/service-network/preview", fields).body()).contains("Kim for Network desk").contains("Zimmer 7").contains("&lt;net@desk.example&gt;");
            assertThat(world.knows("select count(*) from mail.sender")).as("a preview keeps nothing").isEqualTo("0");
            assertThat(hal.post("/mail/senders/service-network", fields).location()).isEqualTo("/mail/senders");
            assertThat(hal.get("/mail/senders").body()).contains("Network desk").contains("{sender} for {from}");
        }
        long ticket = world.raised(ANN, ANN, NETWORK, "Own address", "x");
        acting(FAY, () -> conversations.say(ticket, "Try now.", List.of()));
        ReadMessage mail = server.only("ann@example.org");
        assertThat(List.of(mail.from().address(), mail.from().name())).isEqualTo(List.of("net@desk.example", "Fay (Network desk)"));
        assertThat(mail.text()).contains("\n-- \nFay for Network desk\nRoom 7\n").contains("You get this because");
        assertThat(mail.html()).contains("Fay for Network desk<br>Room 7");
        assertThat(mail.replyText()).as("a signature is known as one").doesNotContain("Room 7");
        String reply = server.header("Reply-To");
        assertThat(reply).matches("net\\+w[a-z2-7]{24}@desk\\.example");
        server.take("From: ann@example.org\nTo: " + reply + "\nSubject: no mark\nMessage-ID: <own" + ticket + "@example.org>\n\nIt works.");
        assertThat(acting(FAY, () -> conversations.open(ticket)).messages().getLast().text()).isEqualTo("It works.");
        world.makes("update access.account set language = 'de' where id = 101");
        acting(FAY, () -> conversations.say(ticket, "Gut.", List.of()));
        server.send();
        ReadMessage german = server.sent("ann@example.org").getLast();
        world.makes("update access.account set language = 'en' where id = 101");
        assertThat(german.from().name()).isEqualTo("Fay (Netz)");
        assertThat(german.text()).contains("\n-- \nZimmer 7\n");
        assertThat(german.references()).as("the thread goes on").contains(mail.messageId());
    }

    @Test
    void what_a_service_leaves_open_its_parent_says_then_the_team_then_the_desk_and_discreet_ones_look_like_the_desk() {
        world.makes("update services.service set parent_id = 21 where id = 26");
        world.makes("insert into mail.sender (service_id, team_id, address, name, signature) values (null, null, null, '{\"en\": \"House\"}', '{\"en\": \"The house\"}'), (21, null, 'net@desk.example', '{}', '{}'),"
                + " (null, 12, 'team@desk.example', '{\"en\": \"Team\"}', '{}'), (25, null, 'team@desk.example', '{\"en\": \"Sick notes\"}', '{\"en\": \"Sick notes\"}')");
        long wifi = world.raised(ANN, ANN, WIFI, "Wifi", "x");
        world.makes("update tickets.ticket set team_id = 12 where id = " + wifi);
        acting(FAY, () -> conversations.say(wifi, "Answer", List.of()));
        ReadMessage mail = server.only("ann@example.org");
        assertThat(List.of(mail.from().address(), mail.from().name())).isEqualTo(List.of("net@desk.example", "Fay (Team)"));
        assertThat(mail.text()).contains("\n-- \nThe house\n");
        long care = world.raised(BEN, BEN, CARE, "hidden", "x");
        acting(World.LEO, () -> conversations.say(care, "hidden", List.of()));
        server.send();
        ReadMessage discreet = server.sent("ben@example.org").getFirst();
        assertThat(List.of(discreet.from().address(), discreet.from().name())).isEqualTo(List.of("help@desk.example", "House"));
        assertThat(discreet.text()).contains("The house").doesNotContain("Sick");
    }

    @Test
    void it_is_checked_when_it_is_saved_and_only_administrators_set_it() {
        try (Visit hal = Visit.by(world, whom, HAL); Visit ann = Visit.by(world, whom, ANN)) {
            hal.get("/mail/senders/team-network");
            assertThat(hal.post("/mail/senders/team-network", "address", "elsewhere@other.example").body()).contains("answers would be lost");
            assertThat(hal.post("/mail/senders/team-network", "name_en", "a <b@c>").status()).isEqualTo(422);
            assertThat(hal.post("/mail/senders/team-network", "signature_de", "{nothing}").body()).contains("{nothing}").contains("{sender}");
            assertThat(hal.post("/mail/senders/desk", "address", "net@desk.example").status()).isEqualTo(422);
            assertThat(hal.get("/mail/senders/team-nobody").status()).isEqualTo(404);
            assertThat(world.knows("select count(*) from mail.sender")).isEqualTo("0");
            assertThat(hal.post("/mail/senders/team-network", "address", "team@desk.example").status()).isEqualTo(302);
            hal.get("/mail/mailboxes");
            assertThat(hal.post("/mail/mailboxes/removal", "address", "team@desk.example").status()).as("answers would be lost").isEqualTo(422);
            assertThat(hal.post("/mail/senders/team-network/removal").location()).isEqualTo("/mail/senders");
            assertThat(world.knows("select count(*) from mail.sender")).isEqualTo("0");
            ann.get("/requests");
            assertThat(ann.get("/mail/senders").status()).isEqualTo(403);
            assertThat(ann.post("/mail/senders/desk", "name_en", "Mine").status()).isEqualTo(403);
        }
    }

    @Test
    void programs_set_it_too() {
        Caller hal = Caller.by(world, whom, HAL, "administration");
        assertThat(hal.put("/api/v1/mail/senders/service-network", "{\"address\": \"net@desk.example\", \"name\": {\"en\": \"Net\"}, \"signature\": {\"de\": \"Netz\"}}").json().get("name").get("en").asString()).isEqualTo("Net");
        assertThat(hal.get("/api/v1/mail/senders").json().get("items").size()).isEqualTo(2);
        assertThat(hal.put("/api/v1/mail/senders/service-network", "{\"address\": \"net@elsewhere.example\"}").status()).isEqualTo(422);
        assertThat(hal.put("/api/v1/mail/senders/service-network", "{\"name\": {\"fr\": \"Net\"}}").status()).isEqualTo(422);
        assertThat(hal.get("/api/v1/mail/senders/service-nothing").status()).isEqualTo(404);
        assertThat(hal.ask("DELETE", "/api/v1/mail/senders/service-network", "").json().get("name").size()).isZero();
    }

    @Test
    void who_was_let_in_stops_the_mails_by_one_click_of_their_mail_program_and_has_them_come_again() throws Exception {
        long ticket = world.raised(ANN, ANN, NETWORK, "Stop it", "x");
        world.asks(ANN, "select conversations.let_in(?, ?, null, now() + interval '7 days', '{}')", BEN, ticket);
        acting(FAY, () -> conversations.say(ticket, "first", List.of()));
        server.send();
        assertThat(server.header("List-Unsubscribe", "ann@example.org")).as("it is hers").isNull();
        String link = server.header("List-Unsubscribe", "ben@example.org").replaceAll("[<>]", "").replace("https://desk.example", "");
        assertThat(server.header("List-Unsubscribe-Post", "ben@example.org")).isEqualTo("List-Unsubscribe=One-Click");
        String number = world.number(ticket);
        try (Visit scanner = Visit.byStranger(whom)) {
            assertThat(scanner.get(link).body()).contains("No more mails about " + number + "?").contains("Stop these mails");
            assertThat(world.knows("select count(*) from mail.stopped where conversation_id = " + ticket)).as("opening it does nothing").isEqualTo("0");
            assertThat(scanner.get(link.substring(0, link.length() - 1) + (link.endsWith("a") ? "b" : "a")).status()).isEqualTo(404);
        }
        acting(FAY, () -> conversations.say(ticket, "waits", List.of()));
        var clicked = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(whom.address() + link)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")).build(), BodyHandlers.ofString());
        assertThat(clicked.statusCode()).as("no other address, no cookie, no form's token").isEqualTo(200);
        assertThat(clicked.body()).contains("No more mails about " + number).doesNotContain("Stop it");
        acting(FAY, () -> conversations.say(ticket, "second", List.of()));
        server.send();
        assertThat(server.sent("ben@example.org")).hasSize(1);
        assertThat(server.sent("ann@example.org")).hasSize(3);
        List<Delivery> mails = acting(FAY, () -> conversations.open(ticket)).messages().stream().map(Message::deliveries).filter(all -> all.size() > 1).toList().getLast();
        assertThat(mails).extracting(Delivery::state).contains("unwanted");
        try (Visit ben = Visit.by(world, whom, BEN)) {
            assertThat(ben.get(link).body()).as("signed in, too").contains("No more mails about " + number);
            String page = ben.get("/requests/" + number).body();
            assertThat(page).contains("You get no mails about this; you stopped them.").contains("second");
            ben.post("/requests/" + number + "/mails", "want", "true");
            assertThat(ben.get("/requests/" + number).body()).contains("Mails about this come to you");
            ben.post("/requests/" + number + "/mails", "want", "false");
        }
        try (Visit stranger = Visit.byStranger(whom)) {
            assertThat(stranger.post(link + "/undo").body()).contains("Mails about " + number + " come again");
        }
        acting(FAY, () -> conversations.say(ticket, "third", List.of()));
        server.send();
        assertThat(server.sent("ben@example.org").getLast().text()).startsWith("third");
        try (Visit ann = Visit.by(world, whom, ANN)) {
            assertThat(ann.get("/requests/" + number).body()).doesNotContain("Mails about this come to you");
            assertThat(ann.post("/requests/" + number + "/mails", "want", "false").status()).as("for her the mails are what it is about").isEqualTo(404);
        }
        assertThat(world.knows("select string_agg(verb, ' ' order by id) from log.event where verb like 'ticket.mails%' and subject_id = " + ticket)).isEqualTo("ticket.mails_stopped ticket.mails_wanted ticket.mails_stopped ticket.mails_wanted");
    }

    @Test
    void who_is_asked_aside_stops_them_on_the_page_of_it() {
        long ticket = world.raised(ANN, ANN, NETWORK, "Aside", "x");
        String thread = world.asks(FAY, "select conversations.open_side(?, 'Delivery?', 'asks', array[113]::bigint[])::text", ticket);
        String side = world.knows("select public_id from conversations.thread where id = " + thread);
        try (Visit mia = Visit.by(world, whom, World.MIA)) {
            assertThat(mia.get("/side/" + side).body()).contains("Mails about this come to you");
            mia.post("/side/" + side + "/mails", "want", "false");
            assertThat(mia.get("/side/" + side).body()).contains("you stopped them");
        }
    }
}
