package whom.vocabulary.house;

import java.util.Map;
import whom.vocabulary.Language;
import whom.vocabulary.grammar.Gendering;

/** A vocabulary of this house as it is stored, without its terms. */
record OwnVocabulary(String key, String beganAs, Map<Language, String> names, Gendering inside, Gendering outside, int edition) {}
