package whom.mail.replies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTrimmerTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "On Mon, 5 Jan 2026 at 10:20, Ann Doe <ann@example.org> wrote:",
            "On Mon, 5 Jan 2026 at 10:20, Ann Doe via the Desk of Example <\nann@example.org> wrote:",
            "On 05/01/2026 10:20, Ann wrote:",
            "Ann Doe <ann@example.org> wrote:",
            "2026-01-05 10:20 GMT+01:00 Ann Doe <ann@example.org>:",
            "Am 05.01.2026 um 10:20 schrieb Ann Doe <ann@example.org>:",
            "Ann Doe <ann@example.org> schrieb am Mo., 5. Jan.\n2026, 10:20:",
            "Le lun. 5 janv. 2026 à 10:20, Ann Doe <ann@example.org> a\nécrit :",
            "El lun, 5 ene 2026 a las 10:20, Ann Doe (<ann@example.org>) escribió:",
            "Il giorno lun 5 gen 2026 alle ore 10:20 Ann Doe <ann@example.org> ha scritto:",
            "Op ma 5 jan. 2026 om 10:20 schreef Ann Doe <ann@example.org>:",
            "Em seg., 5 de jan. de 2026 às 10:20, Ann Doe <ann@example.org> escreveu:",
            "pon., 5 sty 2026 o 10:20 Ann Doe <ann@example.org> napisał(a):",
            "W dniu 5.01.2026 o 10:20, Ann Doe pisze:",
            "Den mån 5 jan. 2026 kl 10:20 skrev Ann Doe <ann@example.org>:",
            "man. 5. jan. 2026 kl. 10.20 skrev Ann Doe <ann@example.org>:",
            "ma 5. tammik. 2026 klo 10.20 Ann Doe (ann@example.org) kirjoitti:",
            "пн, 5 янв. 2026 г. в 10:20, Ann Doe <ann@example.org>:",
            "5 січ. 2026 р. о 10:20 Ann Doe <ann@example.org> пише:",
            "Dne 5. 1. 2026 v 10:20 Ann Doe napsal(a):",
            "Ann Doe <ann@example.org>, 5 Oca 2026 Pzt, 10:20 tarihinde şunu yazdı:",
            "Ann Doe <ann@example.org> ezt írta (időpont: 2026. jan. 5., H, 10:20):",
            "În lun., 5 ian. 2026 la 10:20, Ann Doe <ann@example.org> a scris:",
            "Vào Th 2, 5 thg 1, 2026 vào lúc 10:20 Ann Doe <ann@example.org> đã\nviết:",
            "在 2026年1月5日，上午10:20，Ann Doe <ann@example.org> 写道：",
            "Ann Doe <ann@example.org> 於 2026年1月5日 週一 上午10:20寫道：",
            "2026年1月5日(月) 10:20 Ann Doe <ann@example.org>:",
            "2026/01/05 10:20、Ann Doe <ann@example.org>のメール:",
            "2026년 1월 5일 (월) 오전 10:20, Ann Doe <ann@example.org>님이 작성:",
            "‫בתאריך יום ב׳, 5 בינו׳ 2026 ב-10:20 מאת ‪Ann Doe‬‏ <‪ann@example.org‬‏>:‬",
            "---- On Mon, 05 Jan 2026 10:20:30 +0100 ann@example.org wrote ----",
            "-----Original Message-----",
            "-----Ursprüngliche Nachricht-----",
            "________________________________\nFrom: Ann Doe <ann@example.org>\nSent: Monday, 5 January 2026 10:20\nTo: Desk\nSubject: Printer",
            "*From:* Ann Doe <ann@example.org>\n*Sent:* Monday\n*To:* Desk\n*Subject:* Printer",
            "Von: Ann Doe [mailto:ann@example.org]\nGesendet: Montag, 5. Januar 2026 10:20\nAn: Desk\nBetreff: Drucker",
            "De : Ann Doe <ann@example.org>\nEnvoyé : lundi 5 janvier 2026 10:20\nÀ : Desk\nObjet : Imprimante",
            "差出人: Ann Doe <ann@example.org>\n送信日時: 2026年1月5日 10:20\n宛先: Desk\n件名: プリンター",
            "发件人: Ann Doe <ann@example.org>\n发送时间: 2026年1月5日 10:20\n收件人: Desk\n主题: 打印机",
            "Begin forwarded message:",
            "codinghouse via Example Forum wrote:",
            "Gavin Doe (gavin@example.org) wrote:",
            "Posted by gavin on 01/21/2026",
            "At 1/5/2026 08:32 PM, you wrote:",
            "Gavin Doe on Jan 5, 2026 at 3:00 PM wrote:",
            "2026-01-05 17:21 GMT+01:00 Gavin Doe",
            "13:05, 5 janvier 2026, \"Gavin Doe\" <gavin@example.org> :",
            "From : Gavin Doe <gavin@example.org>",
    })
    void what_follows_an_introduction_is_not_new(String introduction) {
        assertThat(ReplyTrimmer.reply("It works now.\n\nThanks, Bea\n\n" + introduction + "\n\nThe printer is on fire."))
                .isEqualTo("It works now.\n\nThanks, Bea");
    }

    @Test
    void answers_below_and_between_quoted_lines_stay() {
        assertThat(ReplyTrimmer.reply("""
                On 5 Jan 2026, Ann wrote:
                > Which printer?
                The blue one.

                > Since when?
                Since Monday.
                """)).isEqualTo("The blue one.\n\nSince Monday.");
    }

    @Test
    void a_message_that_begins_with_what_it_passes_on_keeps_it() {
        assertThat(ReplyTrimmer.reply("Begin forwarded message:\n\nFrom: Ann <ann@example.org>\nDate: 5 Jan 2026\nSubject: x\n\nThe printer is on fire."))
                .isEqualTo("The printer is on fire.");
    }

    @Test
    void the_end_of_a_long_quoted_line_that_was_broken_goes_with_it() {
        assertThat(ReplyTrimmer.reply("""
                Yes.

                On 5 Jan 2026, Ann wrote:
                > The printer on the second floor of the building across the street has
                stopped again.
                > Ann
                """)).isEqualTo("Yes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Sent from my iPhone", "Sent from Outlook for iOS", "Get Outlook for Android<https://aka.example/x>", "Von meinem iPhone gesendet",
            "Envoyé de mon iPhone", "Enviado desde mi iPhone", "Inviato da iPhone", "Verstuurd vanaf mijn iPhone", "Wysłane z iPhone'a",
            "Skickat från min iPhone", "Sendt fra min iPad", "Lähetetty iPhonesta", "Отправлено с iPhone", "iPhoneから送信", "发自我的 iPhone",
            "내 iPhone에서 보냄", "-- \nAnn Doe\nDesk", "-Ann Doe", "__________\nExample list\nlist@example.org",
    })
    void footers_and_signatures_go(String footer) {
        assertThat(ReplyTrimmer.reply("All good.\n\n" + footer)).isEqualTo("All good.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "On your laptop you can run:\n\n  print --now\n\nThat helps.",
            "The mail was sent from my iPhone app to everybody.\nSent from there it arrives late.",
            "From: the start, this was odd.\nSubject to change, I think.",
            "- one\n- two\n- three",
            "```\n# a comment\n-----\n> not a quote\n```\nSee above.",
            "She wrote: I will come.",
            "Sent from my desk, this is much easier than on the phone.",
            "In 2019 Ann said:\n\nthe printer is old",
            "Verzonden via de post van gisteren, en er is nog helemaal niets aangekomen.",
            "Name: Ann\nPhone: 123\nFrom: Vienna to Graz",
            "Meeting at 10:30 with bob@example.org, please come.",
            "Heading\n=======\nText below.",
    })
    void ones_own_words_stay(String words) {
        assertThat(ReplyTrimmer.reply(words)).isEqualTo(words);
    }
}
