package whom.mail.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whom.mail.Letters;

class WavesTest {

    @Test
    void letters_that_have_nothing_to_do_with_each_other_are_one_wave() {
        assertThat(waves("From: ann@a.example\nMessage-ID: <1@x>", "From: bob@a.example\nMessage-ID: <2@x>", "From: cy@a.example\nMessage-ID: <3@x>")).isEqualTo("0 1 2");
    }

    @Test
    void an_answer_comes_after_what_it_answers_and_others_do_not_wait_for_it() {
        assertThat(waves("From: ann@a.example\nMessage-ID: <1@x>", "From: bob@a.example\nMessage-ID: <2@x>\nIn-Reply-To: <1@x>", "From: cy@a.example\nMessage-ID: <3@x>",
                "From: dee@a.example\nMessage-ID: <4@x>\nReferences: <0@x> <2@x>")).isEqualTo("0 2 | 1 | 3");
    }

    @Test
    void an_answer_that_came_first_is_judged_first() {
        assertThat(waves("From: bob@a.example\nMessage-ID: <2@x>\nIn-Reply-To: <1@x>", "From: ann@a.example\nMessage-ID: <1@x>")).isEqualTo("0 | 1");
    }

    @Test
    void of_one_sender_each_comes_after_the_other() {
        assertThat(waves("From: Ann@a.example\nMessage-ID: <1@x>", "From: bob@a.example\nMessage-ID: <2@x>", "From: ann@A.example\nMessage-ID: <3@x>")).isEqualTo("0 1 | 2");
    }

    @Test
    void whoever_is_copied_in_is_heard_after_that() {
        assertThat(waves("From: ann@a.example\nCc: bob@a.example\nMessage-ID: <1@x>", "From: bob@a.example\nMessage-ID: <2@x>")).isEqualTo("0 | 1");
        assertThat(waves("From: bob@a.example\nMessage-ID: <2@x>", "From: ann@a.example\nCc: bob@a.example\nMessage-ID: <1@x>")).isEqualTo("0 | 1");
    }

    @Test
    void what_is_passed_on_is_judged_alone() {
        assertThat(waves("From: ann@a.example\nMessage-ID: <1@x>", "From: bob@a.example\nMessage-ID: <2@x>\nSubject: Fwd: printer", "From: cy@a.example\nMessage-ID: <3@x>")).isEqualTo("0 | 1 | 2");
    }

    @Test
    void letters_without_ids_or_senders_are_judged_too() {
        assertThat(waves("From: ann@a.example", "From: bob@a.example", "Subject: nobody")).isEqualTo("0 1 2");
    }

    /** By their places, waves parted by bars. */
    private static String waves(String... heads) {
        List<Held> letters = IntStream.range(0, heads.length).mapToObj(n -> {
            byte[] raw = Letters.bytes(heads[n] + "\n\nwords\n");
            return new Held(new IncomingStore.Waiting(n, raw, "", true, false, 1), Arrived.of(raw));
        }).toList();
        return String.join(" | ", Waves.of(letters).stream().map(wave -> String.join(" ", wave.stream().map(held -> Long.toString(held.id())).toList())).toList());
    }
}
