package okienko.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which passwords pass, and how they are kept. */
class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void aSentencePasses() {
        assertThat(passwords.weakness("trzy zielone czajniki", "ola", "Ola Nowak"))
                .isEmpty();
        assertThat(passwords.weakness("краставици с мед", "ola", "Ola Nowak")).isEmpty();
    }

    @Test
    void theWeakOnesAreNamed() {
        assertThat(passwords.weakness("krótkie", "ola", "Ola")).contains(Weakness.TOO_SHORT);
        assertThat(passwords.weakness("x".repeat(201), "ola", "Ola")).contains(Weakness.TOO_LONG);
        assertThat(passwords.weakness("Qwertyuiop", "ola", "Ola")).contains(Weakness.COMMON);
        assertThat(passwords.weakness("abababababab", "ola", "Ola")).contains(Weakness.COMMON);
        assertThat(passwords.weakness("aleksandra1", "aleksandra", "Aleksandra Nowak"))
                .contains(Weakness.PERSONAL);
        assertThat(passwords.weakness("OkienkoNowak7", "ola", "Ola Nowak")).contains(Weakness.PERSONAL);
    }

    @Test
    void aHashIsArgon2idAndSalted() {
        String first = passwords.hash("trzy zielone czajniki");
        assertThat(first).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("trzy zielone czajniki")).isNotEqualTo(first);
        assertThat(passwords.matches("trzy zielone czajniki", first)).isTrue();
        assertThat(passwords.matches("trzy zielone czajnikI", first)).isFalse();
        assertThat(passwords.matches("trzy zielone czajniki", null)).isFalse();
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        assertThat(passwords.matches("ż".repeat(10), passwords.hash("z\u0307".repeat(10))))
                .isTrue();
    }

    @Test
    void temporaryPasswordsDifferAndPass() {
        var made = new HashSet<String>();
        IntStream.range(0, 1000).forEach(i -> made.add(passwords.temporary()));
        assertThat(made)
                .hasSize(1000)
                .allSatisfy(password ->
                        assertThat(passwords.weakness(password, "ola", "Ola")).isEmpty());
    }
}
