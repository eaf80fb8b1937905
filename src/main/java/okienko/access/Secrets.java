package okienko.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/**
 * Keeps credentials of other systems unreadable in the database and its back-ups: AES-256-GCM under a key that lives
 * outside it, in {@code okienko.secret-key} or, where that is not set, in the file {@code secret.key} of the data folder.
 */
@Component
public class Secrets {

    private static final int KEY_BYTES = 32;

    /** Not a secret: the key is random, so the salt only has to be there. */
    private static final String SALT = "6f6b69656e6b6f31";

    private final BytesEncryptor encryptor;

    Secrets(@Value("${okienko.secret-key:}") String key, @Value("${okienko.data:./data}") Path data) {
        this.encryptor = AesGcmBytesEncryptor.withPassword(key.isBlank() ? keyIn(data) : key, SALT)
                .build();
    }

    /** What may be stored; nothing stays nothing. */
    public String conceal(String secret) {
        return secret.isEmpty()
                ? ""
                : Base64.getEncoder().encodeToString(encryptor.encrypt(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** What was concealed; fails when the key is not the one it was concealed under. */
    public String reveal(String concealed) {
        return concealed.isEmpty()
                ? ""
                : new String(encryptor.decrypt(Base64.getDecoder().decode(concealed)), StandardCharsets.UTF_8);
    }

    private static String keyIn(Path data) {
        Path file = data.resolve("secret.key");
        try {
            Files.createDirectories(data);
            if (!Files.exists(file)) create(file);
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make " + file + "; set OKIENKO_SECRET_KEY instead", e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".part", mine);
        Files.writeString(part, HexFormat.of().formatHex(random) + "\n");
        try {
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException another) {
            // a second process made it first: its key counts
        } finally {
            Files.delete(part);
        }
    }
}
