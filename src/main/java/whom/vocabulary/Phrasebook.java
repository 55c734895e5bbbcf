package whom.vocabulary;

import java.util.Map;

/** All texts with one lexicon's words in place, shared by every request that speaks so. */
record Phrasebook(Lexicon lexicon, Map<String, Message> messages) {}
