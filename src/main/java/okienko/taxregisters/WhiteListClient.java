package okienko.taxregisters;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okienko.taxregisters.RegisterAnswer.Standing;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Ministry of Finance's API of the list of VAT payers, version 1.6 (its description at <a
 * href="https://wl-test.mf.gov.pl">wl-test.mf.gov.pl</a> and <a
 * href="https://www.gov.pl/web/kas/api-wykazu-podatnikow-vat">gov.pl</a>, read on 28 November 2026): {@code
 * /api/search/nips/{nips}?date=}, at most 30 numbers a question and 100 questions a day from one address; beyond that it
 * answers {@code WL-191} and blocks the address until midnight. Its {@code check}, 5,000 a day, answers only whether an
 * account belongs to a number, so it says nothing of a buyer whose account is not known.
 */
final class WhiteListClient implements RegisterClient {

    /** Numbers in one question. */
    static final int MOST = 30;

    /** Questions a day. */
    static final int DAILY = 100;

    private static final String POLAND = "PL";
    private static final String LIMIT_REACHED = "WL-191";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Standing> STANDINGS = Map.of(
            "czynny", Standing.REGISTERED,
            "zwolniony", Standing.EXEMPT,
            "niezarejestrowany", Standing.NOT_REGISTERED);

    private final String address;
    private final Wire wire;

    WhiteListClient(String address, Wire wire) {
        this.address = address;
        this.wire = wire;
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public Reply ask(List<String> numbers, LocalDate day) {
        String nips = String.join(",", numbers.stream().map(n -> n.substring(2)).toList());
        URI question = URI.create(address + "/api/search/nips/" + nips + "?date=" + day);
        HttpRequest request =
                Wire.request(question).header("Accept", "application/json").build();
        try {
            HttpResponse<String> response = wire.send(Register.WHITE_LIST, question.getRawPath(), request);
            return reply(response.statusCode(), response.body(), numbers, day);
        } catch (IOException e) {
            return new Reply.Down(Wire.told(e));
        }
    }

    private static Reply reply(int status, String body, List<String> numbers, LocalDate day) {
        JsonNode json = json(body);
        String code = json == null ? "" : json.path("code").asString("");
        if (status == 429 || code.equals(LIMIT_REACHED)) return new Reply.UsedUp("HTTP " + status + " " + code);
        JsonNode entries = json == null ? null : json.path("result").path("entries");
        if (json == null || status != 200 || entries == null || !entries.isArray()) {
            return new Reply.Down("HTTP " + status + " " + Wire.shortened(body));
        }
        String consultation = json.path("result").path("requestId").asString("");
        List<RegisterAnswer> answers = new ArrayList<>();
        for (JsonNode entry : entries) {
            RegisterAnswer answer = answer(entry, day, consultation);
            if (answer != null && numbers.contains(answer.number())) answers.add(answer);
        }
        return answers.isEmpty() ? new Reply.Down("no entry for a number asked") : new Reply.Answered(answers);
    }

    /** An entry is a number with its subjects, none when the list does not have it, or with an error of its own. */
    private static @Nullable RegisterAnswer answer(JsonNode entry, LocalDate day, String consultation) {
        String number = POLAND + entry.path("identifier").asString("");
        if (entry.has("error")) {
            return new RegisterAnswer(Register.WHITE_LIST, number, Standing.INVALID, day, "", consultation);
        }
        if (!entry.path("subjects").isArray()) return null;
        JsonNode subject = entry.path("subjects").path(0);
        if (subject.isMissingNode()) {
            return new RegisterAnswer(Register.WHITE_LIST, number, Standing.NOT_REGISTERED, day, "", consultation);
        }
        Standing standing = STANDINGS.get(subject.path("statusVat").asString("").toLowerCase(Locale.ROOT));
        // a status we don't know is no answer
        if (standing == null) return null;
        String name = subject.path("name").asString("");
        return new RegisterAnswer(Register.WHITE_LIST, number, standing, day, name, consultation);
    }

    private static @Nullable JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return null;
        }
    }
}
