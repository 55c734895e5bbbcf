package whom.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whom.kernel.WrongUse;

class SealTest {

    private static final UnaryOperator<byte[]> OURS = salt -> Arrays.copyOf(salt, 32);
    private static final int WHOLE = Seal.PIECE + Seal.TAG;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Seal.PIECE - 1, Seal.PIECE, Seal.PIECE + 1, 3 * Seal.PIECE})
    void what_was_sealed_comes_out_again(int length) throws Exception {
        byte[] plain = bytes(length);
        byte[] sealed = sealed(plain);
        assertThat(opened(sealed, OURS)).isEqualTo(plain);
        assertThat(sealed.length - length).isBetween(Seal.HEAD + Seal.TAG, Seal.HEAD + 4 * Seal.TAG);
    }

    @Test
    void no_two_files_are_alike() throws Exception {
        assertThat(sealed(bytes(100))).isNotEqualTo(sealed(bytes(100)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 13, 20, Seal.HEAD, Seal.HEAD + 1, Seal.HEAD + WHOLE - 1, Seal.HEAD + WHOLE, Seal.HEAD + WHOLE + 1, Seal.HEAD + 2 * WHOLE})
    void a_file_that_was_cut_is_refused(int left) throws Exception {
        byte[] sealed = Arrays.copyOf(sealed(bytes(3 * Seal.PIECE)), left);
        assertThatThrownBy(() -> opened(sealed, OURS)).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 14, 29, Seal.HEAD, Seal.HEAD + Seal.PIECE, Seal.HEAD + WHOLE + 7, Seal.HEAD + 3 * WHOLE - 1})
    void a_file_with_one_bit_altered_is_refused(int at) throws Exception {
        byte[] sealed = sealed(bytes(3 * Seal.PIECE));
        sealed[at] ^= 1;
        assertThatThrownBy(() -> opened(sealed, OURS)).isInstanceOf(Unreadable.class);
    }

    @Test
    void pieces_that_were_exchanged_repeated_or_added_are_refused() throws Exception {
        byte[] sealed = sealed(bytes(3 * Seal.PIECE));
        byte[] exchanged = sealed.clone();
        System.arraycopy(sealed, Seal.HEAD, exchanged, Seal.HEAD + WHOLE, WHOLE);
        System.arraycopy(sealed, Seal.HEAD + WHOLE, exchanged, Seal.HEAD, WHOLE);
        assertThatThrownBy(() -> opened(exchanged, OURS)).isInstanceOf(Unreadable.class);
        byte[] longer = Arrays.copyOf(sealed, sealed.length + WHOLE);
        System.arraycopy(sealed, Seal.HEAD, longer, sealed.length, WHOLE);
        assertThatThrownBy(() -> opened(longer, OURS)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> opened(Arrays.copyOf(sealed, sealed.length + 1), OURS)).isInstanceOf(Unreadable.class);
    }

    @Test
    void nobody_reads_it_with_another_passphrase() throws Exception {
        byte[] sealed = sealed(bytes(10));
        assertThatThrownBy(() -> opened(sealed, salt -> new byte[32])).isInstanceOf(Unreadable.class).hasMessageContaining("passphrase");
    }

    @Test
    void the_key_of_a_passphrase_is_another_for_each_file_and_the_same_for_one() {
        Passphrase passphrase = Passphrase.of("sixteen characters, or more\n");
        byte[] key = passphrase.key(new byte[16]);
        assertThat(key).hasSize(32).isEqualTo(Passphrase.of("sixteen characters, or more").key(new byte[16])).isNotEqualTo(passphrase.key(bytes(16)));
    }

    @Test
    void a_short_passphrase_is_refused_and_none_is_ever_printed() {
        assertThatThrownBy(() -> Passphrase.of(" fifteen letter \n")).isInstanceOf(WrongUse.class).hasMessageContaining("14").hasMessageNotContaining("fifteen");
        assertThat(Passphrase.of("sixteen characters, or more")).hasToString("a passphrase");
    }

    private static byte[] sealed(byte[] plain) throws IOException, GeneralSecurityException {
        var out = new ByteArrayOutputStream();
        var sealing = new SealingStream(out, OURS);
        sealing.write(plain, 0, plain.length / 3);
        sealing.write(plain, plain.length / 3, plain.length - plain.length / 3);
        sealing.finish();
        return out.toByteArray();
    }

    private static byte[] opened(byte[] sealed, UnaryOperator<byte[]> keys) throws IOException, GeneralSecurityException {
        return new OpeningStream(new ByteArrayInputStream(sealed), keys).readAllBytes();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
