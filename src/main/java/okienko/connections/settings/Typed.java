package okienko.connections.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import okienko.connections.Connection;
import okienko.connections.Connections;
import okienko.connections.Credential;
import okienko.connections.Platform;
import okienko.connections.States;
import okienko.connections.WriteBack;
import okienko.ui.Words;

/**
 * What somebody typed into the form of a connection.
 *
 * @param credentials by name; a secret left empty keeps the one there is
 * @param interval seconds
 * @param tells what the shop is to be told
 */
record Typed(
        String platform,
        String channel,
        String address,
        Map<String, String> credentials,
        String importFrom,
        String interval,
        Set<WriteBack.Kind> tells) {

    private static final int MAX_CHANNEL_CHARACTERS = 60;
    private static final int MAX_CREDENTIAL_CHARACTERS = 4_000;
    private static final int SHORTEST_SECONDS = 5;
    private static final int LONGEST_SECONDS = 86_400;
    private static final int DAYS_BACK = 30;
    private static final String CREDENTIAL = "credential-";

    static Typed fresh(Platform platform, LocalDate today) {
        return new Typed(
                platform.name(),
                "",
                "",
                Map.of(),
                today.minusDays(DAYS_BACK).toString(),
                Long.toString(platform.interval().toSeconds()),
                Set.of());
    }

    static Typed of(Connection connection) {
        return new Typed(
                connection.platform(),
                connection.channel(),
                connection.address(),
                connection.credentials(),
                connection.importFrom().atZone(Words.zone()).toLocalDate().toString(),
                Long.toString(connection.interval().toSeconds()),
                connection.writeBacks());
    }

    /** From the form's fields, the secrets left empty from {@code before}. */
    static Typed read(Platform platform, Map<String, String> fields, Map<String, String> before) {
        Map<String, String> credentials = new HashMap<>();
        for (Credential credential : platform.credentials()) {
            String typed =
                    fields.getOrDefault(CREDENTIAL + credential.name(), "").strip();
            boolean kept = typed.isEmpty() && credential.secret();
            credentials.put(credential.name(), kept ? before.getOrDefault(credential.name(), "") : typed);
        }
        String address = fields.getOrDefault("address", "").strip();
        while (address.endsWith("/")) address = address.substring(0, address.length() - 1);
        return new Typed(
                platform.name(),
                fields.getOrDefault("channel", "").strip(),
                address,
                credentials,
                fields.getOrDefault("importFrom", "").strip(),
                fields.getOrDefault("interval", "").strip(),
                platform.writes().stream()
                        .filter(kind -> fields.containsKey("tell-" + kind))
                        .collect(Collectors.toSet()));
    }

    /** What is wrong, by field, in the reader's language. */
    Map<String, String> problems(Platform platform, List<String> channels) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (channel.isEmpty() || channel.length() > MAX_CHANNEL_CHARACTERS) {
            problems.put("channel", Words.t("connections.channel.wrong", MAX_CHANNEL_CHARACTERS));
        } else if (channels.contains(channel)) {
            problems.put("channel", Words.t("connections.channel.taken", channel));
        }
        if (!web()) problems.put("address", Words.t("connections.address.wrong", address));
        for (Credential credential : platform.credentials()) {
            String value = credentials.getOrDefault(credential.name(), "");
            if ((credential.required() && value.isEmpty()) || value.length() > MAX_CREDENTIAL_CHARACTERS) {
                problems.put(CREDENTIAL + credential.name(), Words.t("connections.credential.missing"));
            }
        }
        Set<String> unchosen = tells.stream()
                .filter(kind -> !takes(platform, kind))
                .map(kind -> kind == WriteBack.Kind.CANCELLATION ? States.CANCELLED : States.HELD)
                .collect(Collectors.toSet());
        for (String field : unchosen) problems.put(CREDENTIAL + field, Words.t("connections.state.missing"));
        if (!date()) problems.put("importFrom", Words.t("connections.importFrom.wrong", importFrom));
        if (!interval.matches("\\d{1,5}") || seconds() < SHORTEST_SECONDS || seconds() > LONGEST_SECONDS) {
            problems.put(
                    "interval", Words.t("connections.interval.wrong", interval, SHORTEST_SECONDS, LONGEST_SECONDS));
        }
        return problems;
    }

    /** Whether at least one of the messages of a kind would go out. */
    private boolean takes(Platform platform, WriteBack.Kind kind) {
        return kind == WriteBack.Kind.STATE
                ? Arrays.stream(WriteBack.Standing.values())
                        .anyMatch(standing -> platform.takes(kind, standing.name(), credentials))
                : platform.takes(kind, "", credentials);
    }

    Connections.Entry entry() {
        return new Connections.Entry(
                platform,
                channel,
                address,
                credentials,
                LocalDate.parse(importFrom).atStartOfDay(Words.zone()).toInstant(),
                Duration.ofSeconds(seconds()),
                tells);
    }

    private int seconds() {
        return Integer.parseInt(interval);
    }

    private boolean date() {
        try {
            return LocalDate.parse(importFrom).getYear() > 1990;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean web() {
        try {
            URI uri = new URI(address);
            return List.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
