package whom.standings;

import java.util.ArrayList;
import java.util.List;
import whom.vocabulary.Words;

/**
 * The parties of a service as shapes on a ground 328 wide, which is what a phone has: from the provider down to those who use it.
 * Its letters are 14 high there. Pure: what it looks like is said by classes.
 */
public record Picture(int width, int height, String label, List<Shape> shapes) {

    private static final int WIDTH = 328, SPINE = 12, INDENT = 28, LINE = 22;
    /** How wide a letter is at most on the average. */
    private static final double LETTER = 7.4;

    public sealed interface Shape {}

    public record Box(String kind, int x, int y, int width, int height) implements Shape {}

    public record Stroke(String path) implements Shape {}

    public record Text(String kind, int x, int y, boolean end, String text) implements Shape {}

    public static Picture of(Parties parties, Words words) {
        var drawing = new Drawing();
        drawing.place(words.say("standings.whom.provider"), parties.provider(), "place");
        drawing.place(words.say("standings.whom.service"), parties.name(), "place here");
        int from = drawing.y;
        parties.brokers().forEach(broker -> drawing.broker(broker, words.say("standings.whom.broker"), 0, words));
        if (!parties.paid().isEmpty()) {
            drawing.heading(words.say("standings.whom.paid"), null);
            parties.paid().forEach(drawing::paid);
        }
        for (Parties.Group group : parties.groups()) {
            drawing.heading(words.say("standings.whom.group." + group.standing().key()), null);
            group.people().forEach(p -> drawing.line(p.name(), null, INDENT));
            if (group.more() > 0) {
                drawing.line(words.say("standings.whom.more", group.more()), null, INDENT);
            }
        }
        drawing.heading(words.say("standings.whom.users"), parties.users().total());
        int last = drawing.lastHeading;
        parties.users().cells().forEach(drawing::cell);
        if (parties.users().total() == null) {
            drawing.line(words.say("standings.whom.few"), null, INDENT);
        }
        drawing.shapes.add(new Stroke("M" + SPINE + " " + from + "V" + last));
        String payers = String.join(", ", parties.paid().stream().flatMap(p -> p.shares().stream()).map(s -> s.party() + " " + s.percent()).distinct().limit(6).toList());
        String label = words.say("standings.whom.finding", parties.name(), parties.provider(), payers.isEmpty() ? words.say("standings.whom.nobody") : payers,
                parties.users().total() == null ? words.say("standings.whom.few") : parties.users().total());
        return new Picture(WIDTH, drawing.y + 6, label, List.copyOf(drawing.shapes));
    }

    private static final class Drawing {

        private final List<Shape> shapes = new ArrayList<>();
        private int y = 1;
        private int lastHeading;

        void place(String what, String name, String kind) {
            if (y > 1) {
                shapes.add(new Stroke("M" + SPINE + " " + y + "v16m-4 -5l4 5l4 -5"));
                y += 17;
            }
            shapes.add(new Box(kind, 1, y, WIDTH - 2, 50));
            shapes.add(new Text("soft", 12, y + 20, false, fit(what, WIDTH - 24)));
            shapes.add(new Text("strong", 12, y + 40, false, fit(name, WIDTH - 24)));
            y += 50;
        }

        void broker(Parties.Broker broker, String what, int depth, Words words) {
            int x = INDENT + Math.min(depth, 6) * 16;
            y += 12;
            shapes.add(new Stroke("M" + (x - 16) + " " + (y - (depth == 0 ? 0 : 12)) + "V" + (y + 24) + "h14m-5 -4l5 4l-5 4"));
            shapes.add(new Box("place", x, y, WIDTH - x - 1, 50));
            shapes.add(new Text("soft", x + 10, y + 20, false, fit(what + ": " + broker.unit(), WIDTH - x - 20)));
            shapes.add(new Text("", x + 10, y + 40, false, fit(words.say("standings.whom.for", broker.scope()), WIDTH - x - 20)));
            y += 50;
            lastHeading = y - 26;
            broker.below().forEach(next -> broker(next, what, depth + 1, words));
        }

        void heading(String text, String end) {
            y += 14;
            lastHeading = y + 11;
            shapes.add(new Stroke("M" + SPINE + " " + lastHeading + "h10"));
            textAndEnd("strong", text, end, INDENT);
        }

        void line(String text, String end, int x) {
            textAndEnd("", text, end, x);
        }

        private void textAndEnd(String kind, String text, String end, int x) {
            int room = WIDTH - x - (end == null ? 0 : (int) (end.length() * LETTER) + 12);
            shapes.add(new Text(kind, x, y + 16, false, fit(text, room)));
            if (end != null) {
                shapes.add(new Text(kind, WIDTH - 1, y + 16, true, end));
            }
            y += LINE;
        }

        /** One bar for the whole, a piece for each share, and beneath it whose they are. */
        void paid(Parties.Paid paid) {
            textAndEnd("soft", paid.scope(), paid.wrong(), INDENT);
            double at = INDENT;
            int n = 0;
            for (Parties.Share share : paid.shares()) {
                double width = share.part() * (WIDTH - INDENT - 1);
                shapes.add(new Box("share s" + n++ % 5, (int) Math.round(at), y + 2, (int) Math.max(2, Math.round(at + width) - Math.round(at) - 2), 12));
                at += width;
            }
            y += 18;
            n = 0;
            for (Parties.Share share : paid.shares()) {
                shapes.add(new Box("share s" + n++ % 5, INDENT, y + 6, 10, 10));
                textAndEnd("", share.party(), share.percent(), INDENT + 16);
            }
            y += 4;
        }

        void cell(Parties.Cell cell) {
            int x = INDENT + (cell.below() ? 14 : 0);
            textAndEnd("", cell.unit(), cell.people(), x);
            shapes.add(new Box("bar", x, y, (int) Math.max(2, Math.round(cell.part() * (WIDTH - x - 1))), 6));
            y += 10;
        }

        private static String fit(String text, int room) {
            int letters = (int) (room / LETTER);
            return text.length() <= letters ? text : text.substring(0, Math.max(1, letters - 1)).stripTrailing() + "…";
        }
    }
}
