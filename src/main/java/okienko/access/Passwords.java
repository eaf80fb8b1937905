package okienko.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with argon2id, judges new ones and makes temporary ones. Memory and rounds: OWASP Password Storage
 * Cheat Sheet (19 MiB, 2 rounds, 1 lane). The block list: Royce Williams' common passwords as shipped with Django
 * (BSD-3-Clause), those long enough to matter, and Polish ones.
 */
@Component
class Passwords {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ROUNDS = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int LEAST_DIFFERENT_CHARACTERS = 4;
    private static final int LEAST_BESIDES_NAMES = 6;
    private static final int SHORTEST_NAME = 3;
    /** No letters or figures that look alike on paper. */
    private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder encoder = new Argon2Password4jPasswordEncoder(
            Argon2Function.getInstance(MEMORY_KIB, ROUNDS, LANES, HASH_BYTES, Argon2.ID));
    private final Set<String> common = common();
    private final String nobodys = hash(temporary());

    String hash(String password) {
        return Objects.requireNonNull(encoder.encode(normalised(password)), "hash");
    }

    /** Whether the password is the hashed one; without a hash it does the same work and says no. */
    boolean matches(String password, @Nullable String hash) {
        boolean same = password.length() <= Agents.LONGEST_PASSWORD
                && encoder.matches(normalised(password), hash == null ? nobodys : hash);
        return same && hash != null;
    }

    /** What speaks against a new password for the person with these names. */
    Optional<Weakness> weakness(String password, String login, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < Agents.SHORTEST_PASSWORD) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (length > Agents.LONGEST_PASSWORD) {
            return Optional.of(Weakness.TOO_LONG);
        }
        String plain = normalised(password).toLowerCase(Locale.ROOT);
        if (common.contains(plain) || plain.chars().distinct().count() < LEAST_DIFFERENT_CHARACTERS) {
            return Optional.of(Weakness.COMMON);
        }
        return besidesNames(plain, login, name).length() < LEAST_BESIDES_NAMES
                ? Optional.of(Weakness.PERSONAL)
                : Optional.empty();
    }

    /** A password of 79 random bits that can be read out over the telephone. */
    String temporary() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            text.append(i > 0 && i % GROUP_LENGTH == 0 ? "-" : "")
                    .append(LEGIBLE.charAt(random.nextInt(LEGIBLE.length())));
        }
        return text.toString();
    }

    private static String besidesNames(String password, String login, String name) {
        String rest = password;
        for (String word : List.of(
                (login + " " + name + " okienko").toLowerCase(Locale.ROOT).split("[\\s.@_-]+"))) {
            rest = word.length() < SHORTEST_NAME ? rest : rest.replace(word, "");
        }
        return rest;
    }

    /** The same characters typed on another keyboard may be composed otherwise (NIST SP 800-63B-4: NFC). */
    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private static Set<String> common() {
        try (var in = Objects.requireNonNull(
                        Passwords.class.getResourceAsStream("common-passwords.csv"), "block list");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new HashSet<>(lines.readAllLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
