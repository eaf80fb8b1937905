package okienko.payments.notifications;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A root and a certificate signed by it, made with the JDK's keytool, and what is signed with them. */
record SigningKeys(String root, String leaf, PrivateKey key) {

    private static final String PASSWORD = "changeit";

    static SigningKeys make() throws IOException, InterruptedException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("keys");
        Path store = folder.resolve("store.p12");
        keytool(store, "-genkeypair", "-alias", "root", "-dname", "CN=root", "-ext", "bc:c", "-keyalg", "RSA");
        keytool(store, "-genkeypair", "-alias", "leaf", "-dname", "CN=leaf", "-keyalg", "RSA");
        Path request = folder.resolve("leaf.csr");
        keytool(store, "-certreq", "-alias", "leaf", "-file", request.toString());
        Path leaf = folder.resolve("leaf.pem");
        keytool(
                store,
                "-gencert",
                "-alias",
                "root",
                "-rfc",
                "-infile",
                request.toString(),
                "-outfile",
                leaf.toString());
        Path root = folder.resolve("root.pem");
        keytool(store, "-exportcert", "-alias", "root", "-rfc", "-file", root.toString());
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        PrivateKey key = (PrivateKey) keys.getKey("leaf", PASSWORD.toCharArray());
        return new SigningKeys(Files.readString(root), Files.readString(leaf), key);
    }

    /** A detached JWS over the body. */
    String jws(String x5u, byte[] body) throws GeneralSecurityException {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String header = encoder.encodeToString(
                ("{\"alg\":\"RS256\",\"x5u\":\"" + x5u + "\"}").getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update((header + "." + encoder.encodeToString(body)).getBytes(StandardCharsets.UTF_8));
        return header + ".." + encoder.encodeToString(signature.sign());
    }

    private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD, "-validity", "30"));
        boolean noValidity = List.of("-certreq", "-exportcert").contains(arguments[0]);
        if (noValidity) command = command.subList(0, command.size() - 2);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException(said);
    }
}
