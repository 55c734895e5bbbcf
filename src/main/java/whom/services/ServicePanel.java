package whom.services;

import gg.jte.Content;
import java.util.Optional;
import whom.vocabulary.Words;

/** What another module shows on a service's page, for everybody who may see the service. Declare it as a bean. */
public interface ServicePanel {

    Optional<Content> on(Services.Service service, Words words);
}
