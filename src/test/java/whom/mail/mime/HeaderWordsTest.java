package whom.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "=?utf-8?Q?caf=C3=A9_noir?= | café noir",
            "=?UTF-8?B?Y2Fmw6k=?= =?UTF-8?B?IG5vaXI=?= | café noir",
            // split inside a character, and inside a base64 quantum
            "=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?= | café",
            "=?utf-8?B?Y2Fmw?= =?utf-8?B?6k=?= | café",
            // padding left out
            "=?utf-8?B?Y2Fmw6k?= | café",
            "Re: =?iso-8859-1?q?Gr=FC=DFe?= aus Wien | Re: Grüße aus Wien",
            // spaces and question marks that should have been encoded
            "=?utf-8?Q?who is there??= | who is there?",
            "=?utf-8?Q?What?=20now?= | What? now",
            // language tag, unknown charset, a word that is cut off
            "=?us-ascii*en?Q?plain?= | plain",
            "=?x-nobody-knows?Q?plain?= | plain",
            "=?utf-8?Q?cut_off | cut off",
            "no =? word =? here | no =? word =? here",
            "=?gb2312?B?xOO6ww==?= | 你好",
            "=?ks_c_5601-1987?B?vsiz5w==?= | 안녕",
            "=?koi8-r?B?8NLJ18XU?= | Привет",
            // what comes to control characters stays as written
            "=?utf-8?B?nh0BAg==?= | =?utf-8?B?nh0BAg==?=",
            "\"=?utf-8?Q?in_quotes?=\" | \"in quotes\"",
    })
    void encoded_words_are_read(String raw, String expected) {
        assertThat(HeaderWords.decode(raw)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=?", "=??=", "=?utf-8?", "=?utf-8?Q", "=?utf-8?Q?", "=?utf-8?Q?=", "=?utf-8?Q?=4", "?=", "=?=?=?=?"})
    void torn_words_do_no_harm(String raw) {
        assertThat(HeaderWords.decode(raw)).isNotNull();
    }
}
