/**
 * What this house has chosen to say: its own vocabularies and where each is spoken, kept, changed, shown and told to
 * {@link whom.vocabulary.Vocabularies}. Its pages are the editor with its preview and the glossary (V2, V6); what is public here is
 * for their templates.
 */
@NullMarked
@NamedInterface("house")
package whom.vocabulary.house;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
