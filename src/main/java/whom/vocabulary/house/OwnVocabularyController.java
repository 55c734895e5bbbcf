package whom.vocabulary.house;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import whom.vocabulary.Language;

/** Vocabularies of this house: begun, named, put away. */
@Controller
class OwnVocabularyController {

    private final OwnVocabularies own;
    private final Houses houses;

    OwnVocabularyController(OwnVocabularies own, Houses houses) {
        this.own = own;
        this.houses = houses;
    }

    @PostMapping("/vocabularies")
    String begin(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String en, @RequestParam(defaultValue = "") String de) {
        String key = own.begin(from, names(en, de));
        houses.refresh();
        return "redirect:/vocabularies/" + key;
    }

    @PostMapping("/vocabularies/{key}/name")
    String rename(@PathVariable String key, @RequestParam int edition, @RequestParam(defaultValue = "") String en, @RequestParam(defaultValue = "") String de) {
        own.rename(key, edition, names(en, de));
        houses.refresh();
        return "redirect:/vocabularies/" + key;
    }

    @PostMapping("/vocabularies/{key}/retirement")
    String retire(@PathVariable String key) {
        own.retire(key);
        houses.refresh();
        return "redirect:/vocabulary?changed=retired&before=" + key;
    }

    @PostMapping("/vocabularies/{key}/return")
    String bringBack(@PathVariable String key) {
        own.bringBack(key);
        houses.refresh();
        return "redirect:/vocabularies/" + key;
    }

    private static Map<Language, String> names(String en, String de) {
        return Map.of(Language.EN, en, Language.DE, de);
    }
}
