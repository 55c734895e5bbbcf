package whom.web;

import gg.jte.html.HtmlAttribute;
import gg.jte.html.HtmlPolicy;
import gg.jte.html.HtmlPolicyException;
import gg.jte.html.HtmlTag;
import java.util.Set;

/**
 * What no template may contain, checked when it is compiled. jte escapes script only in attributes that begin with
 * "on", so htmx's own ways of running script would be a hole for whatever a user wrote; and the content security
 * policy would refuse inline handlers and styles anyway, only later and in silence.
 */
public final class TemplatePolicy implements HtmlPolicy {

    private static final Set<String> REFUSED = Set.of("style", "hx-vals", "hx-vars", "hx-headers", "hx-disable", "srcdoc");

    @Override
    public void validateHtmlTag(HtmlTag tag) {
        String name = tag.getName();
        if (!name.equals(name.toLowerCase(java.util.Locale.ROOT)) && !name.equals("foreignObject")) {
            throw new HtmlPolicyException("write <" + name + "> in small letters");
        }
        if (name.equals("style")) {
            throw new HtmlPolicyException("<style> is refused by the content security policy: use a file under static/css");
        }
    }

    @Override
    public void validateHtmlAttribute(HtmlTag tag, HtmlAttribute attribute) {
        String name = attribute.getName().toLowerCase(java.util.Locale.ROOT).replaceFirst("^data-hx-", "hx-");
        if (name.startsWith("on") || name.startsWith("hx-on") || REFUSED.contains(name)) {
            throw new HtmlPolicyException(attribute.getName() + " in <" + tag.getName() + "> is not allowed: bind by a data- attribute or a class");
        }
        if (attribute.getQuotes() != '"' && !attribute.isBoolean() && !attribute.isEmpty()) {
            throw new HtmlPolicyException(attribute.getName() + " in <" + tag.getName() + "> needs double quotes");
        }
    }
}
