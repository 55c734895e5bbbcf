package whom.demo;

/**
 * Somebody to whom the tale's ticket is shown.
 *
 * @param place what comes before the number in their part of the house
 * @param sees whether the ticket is there for them
 */
public record Stop(String person, String place, boolean sees) {}
