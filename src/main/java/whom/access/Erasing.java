package whom.access;

import java.util.List;

/** A module that keeps something about people takes it away when one of them is erased (D9). Called within the one transaction that does. */
public interface Erasing {

    void erase(Gone person);

    /**
     * Who is erased.
     *
     * @param was their key, which may have been made of their name
     * @param key the one that takes its place and names nobody
     * @param words what they are known by in what people write: name, addresses, telephone
     */
    record Gone(long id, String was, String key, List<String> words) {
        public Gone {
            words = List.copyOf(words);
        }

        /** What may stand in other keys and in filters: a short key such as "will" is a word of its own in sentences. */
        public List<String> keys() {
            return java.util.stream.Stream.concat(words.stream(), java.util.stream.Stream.of(was)).toList();
        }
    }
}
