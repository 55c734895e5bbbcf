package whom.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureSizeTest {

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpg, image/jpeg", "gif, image/gif"})
    void a_pictures_points_are_known_from_its_head(String format, String type) throws IOException {
        assertThat(PictureSize.of(new ByteArrayInputStream(picture(format, 321, 45)), type)).isEqualTo(321L * 45);
    }

    @Test
    void a_jpegs_frame_is_found_behind_what_a_camera_says() throws IOException {
        byte[] plain = picture("jpg", 300, 200);
        var camera = new ByteArrayOutputStream();
        camera.write(plain, 0, 2);
        camera.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) 0xFF, (byte) 0xFF});
        camera.write(new byte[0xFFFD]);
        camera.write(plain, 2, plain.length - 2);
        assertThat(PictureSize.of(camera.toByteArray(), "image/jpeg")).isEqualTo(60_000);
    }

    @ParameterizedTest
    @CsvSource({"UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoCAAMADsD+JaQAA3AAAAAA, 6", "UklGRhoAAABXRUJQVlA4TA4AAAAvAUAAEAcQERGIiP4HAAAAAAA=, 4", "UklGRgAAAABXRUJQVlA4WAoAAAAAAAAA/38A/z8AAAAA, 536870912"})
    void webp_says_it_in_three_ways(String base64, long points) {
        assertThat(PictureSize.of(Base64.getDecoder().decode(base64), "image/webp")).isEqualTo(points);
    }

    @Test
    void what_claims_to_be_huge_is_not_unpacked_to_see_it() {
        byte[] bomb = new byte[33];
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF}, 0, bomb, 0, 24);
        assertThat(PictureSize.of(bomb, "image/png")).isGreaterThan(Attachment.MOST_PIXELS);
    }

    @Test
    void whatever_the_bytes_are_there_is_an_answer() {
        var random = new Random(7);
        for (String type : new String[] {"image/png", "image/gif", "image/webp", "image/jpeg", "text/plain"}) {
            for (int i = 0; i < 2_000; i++) {
                byte[] noise = new byte[random.nextInt(60)];
                random.nextBytes(noise);
                if (noise.length > 16) {
                    System.arraycopy(type.endsWith("jpeg") ? new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF} : new byte[] {'R', 'I', 'F'}, 0, noise, 0, 3);
                }
                assertThat(PictureSize.of(noise, type)).isGreaterThanOrEqualTo(0);
            }
        }
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
