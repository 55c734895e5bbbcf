package whom.standings.files;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import whom.kernel.WholeFile;
import whom.standings.Chain;
import whom.standings.Held;
import whom.standings.Payer;
import whom.standings.Payment;
import whom.standings.Question;
import whom.standings.Resolver;
import whom.standings.facts.Agreement;
import whom.standings.facts.Party;

/** Answers as JSON. An error is an answer like any other. */
public record Answers(Resolver resolver) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A list with the answer to the n-th question in the n-th place, one a line. */
    public void write(List<Question> questions, Path file) throws IOException {
        WholeFile.write(file, out -> {
            String before = "[\n";
            for (Question question : questions) {
                print(out, before);
                out.write(MAPPER.writeValueAsBytes(to(question)));
                before = ",\n";
            }
            print(out, questions.isEmpty() ? "[]\n" : "\n]\n");
        });
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    public JsonNode to(Question question) {
        return switch (question) {
            case Question.Who q -> held(resolver.who(q.person(), q.service(), q.at()));
            case Question.Whom q -> ids(resolver.whom(q.service(), q.standing(), q.at()));
            case Question.Pays q -> payment(resolver.pays(q.person(), q.service(), q.at()));
            case Question.AgreementOf q -> agreement(resolver.agreement(q.person(), q.service(), q.at()));
            case Question.ChainOf q -> chain(resolver.chain(q.person(), q.service(), q.at()));
            case Question.ReadersOf q -> ids(resolver.readers(q.ticket(), q.at()));
        };
    }

    private static JsonNode held(List<Held> standings) {
        ArrayNode list = JSON.arrayNode();
        standings.forEach(held -> list.addObject()
                .put("standing", held.standing().key())
                .set("evidence", ids(held.evidence())));
        return list;
    }

    private static JsonNode payment(Payment payment) {
        return switch (payment) {
            case Payment.Shared(List<Payer> payers) -> {
                ArrayNode list = JSON.arrayNode();
                payers.forEach(payer -> list.add(payer(payer)));
                yield JSON.objectNode().set("payers", list);
            }
            case Payment.Unfunded _ -> JSON.objectNode().put("unfunded", true);
            case Payment.Ambiguous _ -> error("ambiguous");
            case Payment.WrongSum(BigDecimal sum, List<String> _) -> error("shares sum to " + plain(sum));
        };
    }

    private static ObjectNode payer(Payer payer) {
        ObjectNode party = switch (payer.party()) {
            case Party.OfUnit(String unit) -> JSON.objectNode().put("unit", unit);
            case Party.OfPerson(String person) -> JSON.objectNode().put("person", person);
        };
        ObjectNode json = JSON.objectNode().put("funding", payer.funding());
        json.set("payer", party);
        json.put("share", plain(payer.share()));
        json.set("sponsors", ids(payer.sponsors()));
        return json;
    }

    private static JsonNode agreement(Optional<Agreement> agreement) {
        return JSON.objectNode()
                .put("agreement", agreement.map(Agreement::id).orElse(null))
                .put("customer", agreement.map(Agreement::signatory).orElse(null));
    }

    private static JsonNode chain(Chain chain) {
        return switch (chain) {
            case Chain.Whole(List<String> brokerages) -> JSON.objectNode().set("chain", ids(brokerages));
            case Chain.Cycle _ -> error("cycle");
            case Chain.Broken _ -> error("upstream not valid");
        };
    }

    private static ObjectNode error(String text) {
        return JSON.objectNode().put("error", text);
    }

    private static ArrayNode ids(List<String> ids) {
        ArrayNode list = JSON.arrayNode();
        ids.forEach(list::add);
        return list;
    }

    /** Without exponent and without zeros at the end: 100, 99.99, 0.000001. */
    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
