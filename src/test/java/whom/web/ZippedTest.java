package whom.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ZippedTest {

    private static final String LONG = "<p>Größe, 大小</p>".repeat(500);

    @Test
    void a_browser_that_reads_gzip_gets_the_same_page_smaller() throws IOException {
        var response = sent(LONG, "gzip, deflate, br");
        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length).isLessThan(LONG.length() / 4);
        assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray())).readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(LONG);
    }

    @Test
    void what_hardly_gets_smaller_arrives_whole_and_so_does_the_next() throws IOException {
        var random = new Random(7);
        for (int length : new int[] {1024, 100_000, 2_000, 3_000_000, 1_500}) {
            byte[] page = new byte[length];
            random.nextBytes(page);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(Zipped.zip(page))).readAllBytes()).isEqualTo(page);
        }
    }

    @Test
    void others_get_it_as_it_is() throws IOException {
        for (String accepted : new String[] {"", "br", "identity"}) {
            var response = sent(LONG, accepted);
            assertThat(response.getHeader("Content-Encoding")).isNull();
            assertThat(response.getContentAsByteArray()).isEqualTo(LONG.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void what_is_short_already_is_let_be() throws IOException {
        assertThat(sent("<p>no</p>", "gzip").getHeader("Content-Encoding")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gzip | true", "br, GZIP;q=0.5 | true", "gzip;q=1.0 | true", "gzip;q=0 | false", "gzip; q=0.000 | false", "x-gzipped | false", "gzip;q=0.001 | true"})
    void a_browser_says_what_it_reads(String accepted, boolean reads) {
        assertThat(Zipped.readsGzip(accepted)).isEqualTo(reads);
    }

    private static MockHttpServletResponse sent(String page, String accepted) throws IOException {
        var output = new Utf8ByteOutput();
        output.writeContent(page);
        var request = new MockHttpServletRequest();
        request.addHeader("Accept-Encoding", accepted);
        var response = new MockHttpServletResponse();
        Zipped.send(output, request, response);
        return response;
    }
}
