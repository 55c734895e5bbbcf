package whom.mail.wording;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import whom.api.At;
import whom.api.Does;
import whom.api.Seen;
import whom.api.Slice;
import whom.api.Stale;
import whom.kernel.Changed;
import whom.kernel.NotFound;
import whom.access.Administering;
import whom.vocabulary.Words;

/** The same as the pages, as JSON. */
@RestController
@RequestMapping("/api/v1/mail/texts")
class WordingsApi {

    private final OwnWordings own;
    private final WordingPages pages;

    WordingsApi(OwnWordings own, WordingPages pages) {
        this.own = own;
        this.pages = pages;
    }

    record Short(String key, boolean delivered, @Nullable Instant changedAt, @Nullable String changedBy) {}

    record Blanks(String written, boolean required, boolean inSubject) {}

    record Change(int version, boolean delivered, @Nullable String subject, @Nullable String text, @Nullable String foot, Instant at, String by) {
        static Change of(WordingPage.Edition edition) {
            Wording wording = edition.wording();
            return wording == null ? new Change(edition.number(), true, null, null, null, edition.at(), edition.by())
                    : new Change(edition.number(), false, wording.subject(), wording.text(), wording.foot(), edition.at(), edition.by());
        }
    }

    record Whole(String key, int version, boolean delivered, String subject, String text, String foot, List<Blanks> blanks, List<Change> changes) {}

    record Typed(String subject, String text, @Nullable String foot, @Nullable String vocabulary) {
        Map<String, String> fields() {
            return Map.of("subject", subject, "text", text, "foot", foot == null ? "" : foot, "vocabulary", vocabulary == null ? "" : vocabulary);
        }
    }

    @Does("The texts of mails, by occasion, language and audience.")
    @GetMapping
    Slice<Short> all(HttpServletRequest request) {
        Administering.by(request);
        Map<WordingKey, Past> now = own.now();
        return new Slice<>(WordingKey.all().stream().map(key -> {
            Past past = now.get(key);
            return past == null ? new Short(key.key(), true, null, null) : new Short(key.key(), past.wording() == null, past.at(), past.by());
        }).toList(), null);
    }

    @Does("One text of a mail: as it is, what may and must stand in it, and who changed it.")
    @GetMapping("/{key}")
    ResponseEntity<Whole> one(@PathVariable String key, HttpServletRequest request, Words words) {
        Administering.by(request);
        return tagged(whole(required(key), words));
    }

    @Does(value = "Changes a text of a mail; it is checked first.", body = {"subject*: on one line", "text*: plain text with blanks such as {ticket.number} and words such as {user}", "foot: below the line at the end"})
    @PutMapping("/{key}")
    ResponseEntity<Whole> change(@PathVariable String key, @RequestBody Typed typed, Seen seen, HttpServletRequest request, Words words) {
        Administering.by(request);
        WordingKey which = required(key);
        return after(which, seen, words, edition -> own.change(which, edition, typed.fields(), words));
    }

    @Does("Puts a text of a mail back to the delivered one; what was written before stays in its history.")
    @DeleteMapping("/{key}")
    ResponseEntity<Whole> deliver(@PathVariable String key, Seen seen, HttpServletRequest request, Words words) {
        Administering.by(request);
        WordingKey which = required(key);
        return after(which, seen, words, edition -> own.deliver(which, edition));
    }

    @Does(value = "How a text reads, with a ticket that is made up.", query = {"vocabulary: the vocabulary to speak; without it, the house's"})
    @GetMapping("/{key}/preview")
    WordingPage.Reads reads(@PathVariable String key, @RequestParam(defaultValue = "") String vocabulary, HttpServletRequest request, Words words) {
        Administering.by(request);
        return pages.page(required(key), Map.of("vocabulary", vocabulary), Optional.empty(), words).reads();
    }

    @Does(value = "How a text would read, with a ticket that is made up; nothing is kept.", body = {"subject*: on one line", "text*: plain text with blanks", "foot: below the line at the end", "vocabulary: the vocabulary to speak"})
    @PostMapping("/{key}/preview")
    ResponseEntity<WordingPage.Reads> preview(@PathVariable String key, @RequestBody Typed typed, HttpServletRequest request, Words words) {
        Administering.by(request);
        WordingKey which = required(key);
        return new At("/api/v1/mail/texts/" + which.key() + "/preview").changed(pages.page(which, typed.fields(), Optional.empty(), words).reads());
    }

    private ResponseEntity<Whole> after(WordingKey key, Seen seen, Words words, java.util.function.IntConsumer change) {
        Whole before = whole(key, words);
        try {
            change.accept(seen.version() == null ? before.version() : seen.version());
        } catch (Changed faster) {
            if (seen.version() == null) {
                throw faster;
            }
            throw new Stale(before.changes().stream().filter(each -> each.version() > seen.version()).toList());
        }
        return tagged(whole(key, words));
    }

    private Whole whole(WordingKey key, Words words) {
        WordingPage page = pages.page(key, Map.of(), Optional.empty(), words);
        return new Whole(page.key(), page.edition(), !page.own(), page.wording().subject(), page.wording().text(), page.wording().foot(),
                page.blanks().stream().map(hole -> new Blanks(hole.written(), hole.required(), hole.inSubject())).toList(), page.history().stream().map(Change::of).toList());
    }

    private static ResponseEntity<Whole> tagged(Whole whole) {
        return ResponseEntity.ok().eTag(Seen.tag(whole.version(), whole)).body(whole);
    }

    private static WordingKey required(String key) {
        return WordingKey.of(key).orElseThrow(NotFound::new);
    }
}
