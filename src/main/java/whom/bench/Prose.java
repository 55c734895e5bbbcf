package whom.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What people write, by the million: made-up words, of which few are common and most are rare, as in any language. The same
 * ticket always has the same words.
 */
final class Prose {

    private static final int WORDS = 40_000;
    private static final String[] SYLLABLES = {"ba", "der", "fin", "gol", "han", "kir", "lom", "mun", "nar", "pel", "rus", "sto", "tav", "vem", "wil", "zor", "schi", "brau", "ket", "dun"};

    private final List<String> words = new ArrayList<>(WORDS);

    Prose() {
        var random = new Random(7);
        for (int i = 0; i < WORDS; i++) {
            var word = new StringBuilder();
            for (int s = 0, n = 2 + random.nextInt(3); s < n; s++) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words.add(word.toString());
        }
    }

    /** In about every third ticket. */
    String common(int n) {
        return words.get(25 + n);
    }

    /** In about one ticket of a thousand. */
    String middling(int n) {
        return words.stream().skip(11_000).filter(word -> !words.subList(0, 11_000).contains(word)).skip(n).findFirst().orElseThrow();
    }

    /** In ten tickets and no more, however many there are. */
    static String rare(long ticket) {
        var word = new StringBuilder("qu");
        for (long left = ticket / 10 + 400; left > 0; left /= SYLLABLES.length) {
            word.append(SYLLABLES[(int) (left % SYLLABLES.length)]);
        }
        return word.append('x').toString();
    }

    /** Sentences of as many words, the n-th of a word as likely as one divided by n. */
    String text(Random random, int length) {
        var text = new StringBuilder(length * 8);
        for (int i = 0; i < length; i++) {
            String word = words.get((int) Math.min(WORDS - 1, Math.exp(random.nextDouble() * Math.log(WORDS))));
            boolean begins = i % 9 == 0;
            text.append(i == 0 ? "" : begins ? ". " : " ").append(begins ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
        }
        return text.append('.').toString();
    }
}
