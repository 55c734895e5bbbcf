package whom.mail.outgoing;

import java.util.List;
import java.util.Map;
import whom.web.Choice;
import whom.web.Shell;

/** How mail is set up, without its secrets. @param here where this site was asked for, proposed as its address @param first right after setting Whom up, when it can be left for later */
public record SettingsPage(Map<String, String> values, String here, boolean first) {

    public SettingsPage {
        values = Map.copyOf(values);
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public String or(String name, String otherwise) {
        return value(name).isEmpty() ? otherwise : value(name);
    }

    public boolean demonstration() {
        return values.containsKey("demonstration");
    }

    public boolean keepsPassword() {
        return !value("password").isEmpty();
    }

    public boolean keepsOauthSecret() {
        return !value("oauth_secret").isEmpty();
    }

    /** Folded as long as nothing of it is used. */
    public boolean signsInOtherwise() {
        return !value("oauth_endpoint").isEmpty() || !value("authority").isEmpty() || value("auth").equals("xoauth2");
    }

    public List<Choice> auths(Shell shell) {
        return List.of("password", "xoauth2").stream().map(each -> new Choice(each, shell.say("mail.auth." + each))).toList();
    }

    public boolean sends() {
        return !value("host").isEmpty() && !value("address").isEmpty() && !demonstration();
    }

    public List<Choice> securities(Shell shell) {
        return List.of("starttls", "tls", "none").stream().map(each -> new Choice(each, shell.say("mail.security." + each))).toList();
    }

    public List<Choice> pluses(Shell shell) {
        return List.of("yes", "no").stream().map(each -> new Choice(each, shell.say("mail.plus." + each))).toList();
    }
}
