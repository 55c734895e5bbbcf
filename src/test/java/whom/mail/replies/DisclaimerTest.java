package whom.mail.replies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclaimerTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "This e-mail is confidential and intended solely for the person to whom it is addressed. If you have received it by mistake, please notify the sender.",
            "CONFIDENTIALITY NOTICE: This message may contain privileged material.",
            "P Please consider the environment before printing this e-mail",
            "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, vernichten Sie diese Mail.",
            "Ce message et ses pièces jointes sont confidentiels et établis à l'intention exclusive de leurs destinataires.",
            "Si ha recibido este mensaje por error, le rogamos que lo comunique al remitente y lo borre.",
            "Le informazioni contenute in questa mail sono riservate. Qualora abbiate ricevuto questo messaggio per errore, vi preghiamo di distruggerlo.",
            "Dit bericht is uitsluitend bestemd voor de geadresseerde en kan vertrouwelijke informatie bevatten.",
            "Esta mensagem contém informação confidencial. Se recebeu esta mensagem por engano, elimine-a.",
            "Wiadomość zawiera informacje poufne i jest przeznaczona wyłącznie dla adresata. Jeżeli nie są Państwo jej adresatem, prosimy o jej usunięcie.",
            "Detta meddelande är konfidentiellt. Om du har fått det av misstag, radera det.\nTänk på miljön innan du skriver ut.",
            "このメールには機密情報が含まれています。誤って受信された場合は、削除してください。",
            "本邮件含有保密信息。如果您不是预定收件人，请立即删除。",
    })
    void what_a_company_adds_below_every_mail_is_not_new(String disclaimer) {
        assertThat(ReplyTrimmer.reply("It works now.\n\nAnn\n\n" + disclaimer + "\n")).isEqualTo("It works now.\n\nAnn");
        assertThat(ReplyTrimmer.reply("It works now.\n\n" + disclaimer + "\n\n" + disclaimer + "\n\nOn 5 Jan 2026, Bea <bea@example.org> wrote:\n> Does it?\n")).isEqualTo("It works now.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "I have received this invoice in error. Who should get it?",
            "Please treat it as confidential.",
            "The printer in the second floor prints twice. Please delete the first job.",
            "Ich habe diese Mail versehentlich erhalten.",
            "Ce dossier est confidentiel.",
    })
    void what_somebody_has_to_say_about_it_stays(String words) {
        assertThat(ReplyTrimmer.reply("Hello,\n\n" + words + "\n")).endsWith(words);
    }

    @Test
    void a_mail_that_is_nothing_but_a_disclaimer_keeps_it_and_so_does_one_above_the_senders_words() {
        String disclaimer = "If you are not the intended recipient, delete this mail.";
        assertThat(ReplyTrimmer.reply(disclaimer)).isEqualTo(disclaimer);
        assertThat(ReplyTrimmer.reply("Hello,\n\n" + disclaimer + "\n\nThat is what it said. Is it from us?")).contains(disclaimer);
    }

    @Test
    void what_was_signed_within_its_text_is_shown_without_the_armour() {
        assertThat(ReplyTrimmer.reply("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nIt works.\n- - one\n\n- -- \nAnn\n-----BEGIN PGP SIGNATURE-----\n\niQE=\n-----END PGP SIGNATURE-----\n"))
                .isEqualTo("It works.\n- one");
    }

    @Test
    void a_line_that_a_mailbox_has_marked_is_no_quote_and_a_table_of_notes_ends_what_is_new() {
        assertThat(ReplyTrimmer.reply(">From here on it fails.\n> Since when?\nSince Monday.")).isEqualTo(">From here on it fails.\nSince Monday.");
        assertThat(ReplyTrimmer.reply("It works.\n\n|---------+---------------------------->\n|         |           Bea              |\n|---------+---------------------------->\n  |  Subject: VPN   |\n\nolder")).isEqualTo("It works.");
    }
}
