package whom.mail.incoming;

import java.util.Map;
import java.util.Optional;
import whom.mail.AnswerAddress;
import whom.mail.Post;

/** What the letters of one transaction are judged by. @param boxes addresses at which mail comes in, and what it is then about */
record House(Post post, Map<String, Optional<Long>> boxes) {

    boolean isOurs(String address) {
        String plain = AnswerAddress.plain(address);
        return boxes.containsKey(plain) || plain.equals(post.address());
    }
}
