package whom.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Something people ask, in two languages: what they write, what is answered, how they thank, what agents note. */
record Scenario(String service, String kind, Map<String, String> texts) {

    private static final List<String> ROOMS = List.of("Harbour 2", "Harbour 3", "Quay 1.14", "Quay 2.07", "Mast 4", "Mast 5", "Keel 12", "Lighthouse");
    private static final List<String> APPS = List.of("Draftboard", "Ledgerly", "Sketchwell", "Planbook", "Tablewise");
    private static final Map<String, List<String>> DAYS = Map.of("en", List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
            "de", List.of("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag"));

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        Map<String, String> block = new HashMap<>();
        for (String line : DemoResource.lines("scenarios.txt")) {
            int colon = line.indexOf(": ");
            if (!line.startsWith("#") && colon > 0) {
                block.put(line.substring(0, colon), line.substring(colon + 2));
            } else if (line.isBlank() && !block.isEmpty()) {
                all.add(new Scenario(block.get("service"), block.get("kind"), Map.copyOf(block)));
                block.clear();
            }
        }
        if (!block.isEmpty()) {
            all.add(new Scenario(block.get("service"), block.get("kind"), Map.copyOf(block)));
        }
        return all;
    }

    /** One telling of it. */
    Telling tell(String language, RandomGenerator random) {
        String n = String.valueOf(2 + random.nextInt(28));
        String room = ROOMS.get(random.nextInt(ROOMS.size()));
        String app = APPS.get(random.nextInt(APPS.size()));
        String day = DAYS.get(language).get(random.nextInt(5));
        java.util.function.UnaryOperator<String> fill = text -> text.replace("{n}", n).replace("{room}", room).replace("{app}", app).replace("{day}", day);
        return new Telling(fill.apply(texts.get(language + "-subject")), fill.apply(texts.get(language)), fill.apply(texts.get(language + "-answer")),
                fill.apply(texts.get(language + "-thanks")), fill.apply(texts.get(language + "-note")));
    }

    record Telling(String subject, String asked, String answer, String thanks, String note) {}
}
