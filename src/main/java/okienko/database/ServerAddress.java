package okienko.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A PostgreSQL of the operator's own, as {@code OKIENKO_DATABASE_URL} names it: {@code jdbc:postgresql://host/database}
 * or the {@code postgres://user:password@host/database} that hosting companies hand out
 * (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS).
 */
record ServerAddress(String url, String user, String password) {

    private static final String REMEDY =
            "Give OKIENKO_DATABASE_URL as postgres://user:password@host:5432/database or jdbc:postgresql://host:5432/database,"
                    + " the latter with OKIENKO_DATABASE_USER and OKIENKO_DATABASE_PASSWORD.";

    /** Reads the address; an account inside it goes before the one given apart. */
    static ServerAddress parse(String text, String user, String password) {
        String url = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        try {
            var uri = new URI(url);
            boolean known = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
            if (!known || uri.getRawAuthority() == null) {
                throw new StartRefused("OKIENKO_DATABASE_URL is not the address of a PostgreSQL database.", REMEDY);
            }
            String account = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
            int colon = account.indexOf(':');
            String host = uri.getRawAuthority().substring(account.isEmpty() ? 0 : account.length() + 1);
            return new ServerAddress(
                    "jdbc:postgresql://" + host + uri.getRawPath() + query(uri),
                    account.isEmpty() ? user : decode(colon < 0 ? account : account.substring(0, colon)),
                    colon < 0 ? password : decode(account.substring(colon + 1)));
        } catch (URISyntaxException e) { // without its message: that would repeat the password
            throw new StartRefused("OKIENKO_DATABASE_URL cannot be read.", REMEDY);
        }
    }

    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "");
    }

    /** What the driver needs besides: libpq's parameters it does not know are left out. */
    private static String query(URI uri) {
        String given = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return Arrays.stream((given + "&reWriteBatchedInserts=true").split("&", -1))
                .filter(parameter -> !parameter.isBlank() && !parameter.startsWith("channel_binding="))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
