package okienko.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Addresses of style sheets and scripts. They hold a hash of all of them, so that browsers may keep them for ever; in a path
 * rather than in each name, so that ES modules import one another by plain relative names.
 */
final class Assets {

    /** Where they are served; changes whenever one of them does. */
    static final String ROOT = "/assets/" + hash();

    private static final Map<String, String> VERSIONS = new ConcurrentHashMap<>();
    private static final int HASH_LENGTH = 12;

    private Assets() {}

    /** The address of a file of {@code static/}, {@code css/base.css}. */
    static String file(String path) {
        return ROOT + "/" + path;
    }

    /** The address of a file in an npm WebJar of whatever version the build took. */
    static String webjar(String name, String path) {
        return "/webjars/" + name + "/" + VERSIONS.computeIfAbsent(name, Assets::version) + "/" + path;
    }

    /** Where a file of a WebJar is on the class path. */
    static String webjarResource(String name, String path) {
        return "META-INF/resources" + webjar(name, path);
    }

    private static String version(String webjar) {
        Properties about = new Properties();
        var file = new ClassPathResource("META-INF/maven/org.webjars.npm/" + webjar + "/pom.properties");
        try (InputStream in = file.getInputStream()) {
            about.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The WebJar " + webjar + " is not on the class path", e);
        }
        return about.getProperty("version");
    }

    private static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            var files = new PathMatchingResourcePatternResolver().getResources("classpath:/static/**/*.*");
            for (Resource file : Arrays.stream(files)
                    .sorted(Comparator.comparing(Resource::getDescription))
                    .toList()) {
                digest.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException("Static files could not be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
