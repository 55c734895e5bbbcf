package whom.mail.incoming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whom.mail.replies.PassedOn;

/**
 * Letters that can be judged side by side, since none of them depends on what becomes of another: neither answers the other, neither is from somebody whom
 * the other is from or goes to. What depends on another comes in a wave after it, so that everything is as if they had come one after the other.
 */
final class Waves {

    private Waves() {}

    /** What a letter may depend on, or others on it. */
    private record Ties(String id, Set<String> before, String sender, Set<String> people, boolean alone) {

        static Ties of(Arrived mail) {
            String sender = mail.sender().orElse("");
            Set<String> people = new HashSet<>(mail.addressees());
            people.add(sender);
            // Who is met in what is passed on is found out later.
            return new Ties(mail.id(), Set.copyOf(mail.before()), sender, people, PassedOn.says(mail.read().subject()));
        }

        boolean bind(Ties other) {
            return alone || other.alone || before.contains(other.id) || other.before.contains(id) || !id.isEmpty() && id.equals(other.id) || people.contains(other.sender) || other.people.contains(sender);
        }
    }

    /** @param letters in the order in which they came */
    static List<List<Held>> of(List<Held> letters) {
        List<Ties> ties = letters.stream().map(held -> Ties.of(held.mail())).toList();
        int[] wave = new int[letters.size()];
        List<List<Held>> waves = new ArrayList<>();
        for (int i = 0; i < wave.length; i++) {
            for (int before = 0; before < i; before++) {
                if (wave[before] >= wave[i] && ties.get(before).bind(ties.get(i))) {
                    wave[i] = wave[before] + 1;
                }
            }
            if (wave[i] == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave[i]).add(letters.get(i));
        }
        return waves;
    }
}
