package whom.vocabulary;

import java.util.List;

/**
 * A word in a text that this house would say otherwise.
 *
 * @param start where it begins; its article belongs to it where that has to change too
 * @param end where it ends, exclusive
 * @param better what to put there, likeliest first, in the same form; never empty
 * @param hint inside: a word of the market that may stand for several facts, rather than a word that is not ours
 */
public record Finding(int start, int end, String found, List<String> better, boolean hint) {}
