package whom.tickets.listing;

/** What is wrong with a filter that was typed: the words before it, the place, and what would be right. */
public record FilterFault(String before, String wrong, String text) {

    static FilterFault of(String typed, whom.tickets.filter.BadFilter bad, whom.vocabulary.Words words) {
        int at = Math.min(bad.at(), typed.length());
        return new FilterFault(typed.substring(0, at), typed.substring(at), words.say(bad.key(), bad.arguments()));
    }
}
