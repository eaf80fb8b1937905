package okienko.taxregisters;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.taxregisters.RegisterAnswer.Standing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * VIES by its REST interface (<a href="https://ec.europa.eu/taxation_customs/vies/#/technical-information">technical
 * information</a>, read on 28 November 2026): {@code POST /check-vat-number}. Errors come with HTTP 200, too, as {@code
 * {"actionSucceed": false, "errorWrappers": [{"error": "MS_UNAVAILABLE"}]}}; none of them says that a number is wrong.
 * With a requester's number the answer carries {@code requestIdentifier}, the consultation number.
 */
final class ViesClient implements RegisterClient {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What a member state's register says when only it is not available. */
    private static final Set<String> LATER =
            Set.of("MS_UNAVAILABLE", "MS_MAX_CONCURRENT_REQ", "MS_MAX_CONCURRENT_REQ_TIME", "TIMEOUT");

    private final String address;
    private final String ownNumber;
    private final Wire wire;

    ViesClient(String address, String ownNumber, Wire wire) {
        this.address = address;
        this.ownNumber = ownNumber;
        this.wire = wire;
    }

    @Override
    public int most() {
        return 1;
    }

    @Override
    public Reply ask(List<String> numbers, LocalDate day) {
        String number = numbers.getFirst();
        Map<String, String> question = new LinkedHashMap<>();
        question.put("countryCode", number.substring(0, 2));
        question.put("vatNumber", number.substring(2));
        if (!ownNumber.isEmpty()) {
            question.put("requesterMemberStateCode", ownNumber.substring(0, 2));
            question.put("requesterNumber", ownNumber.substring(2));
        }
        HttpRequest request = Wire.request(URI.create(address + "/check-vat-number"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(question)))
                .build();
        try {
            HttpResponse<String> response = wire.send(Register.VIES, number, request);
            return reply(response, number, day);
        } catch (IOException e) {
            return new Reply.Down(Wire.told(e));
        }
    }

    private static Reply reply(HttpResponse<String> response, String number, LocalDate day) {
        String said = "HTTP " + response.statusCode() + " " + Wire.shortened(response.body());
        JsonNode json;
        try {
            json = JSON.readTree(response.body());
        } catch (JacksonException e) {
            return new Reply.Down(said);
        }
        String error = json.path("errorWrappers").path(0).path("error").asString("");
        if (error.isEmpty()) error = json.path("userError").asString("");
        if (LATER.contains(error)) return new Reply.Later(error);
        if (error.equals("INVALID_INPUT")) return answered(json, number, Standing.INVALID, day);
        JsonNode valid = json.path("valid");
        if (response.statusCode() != 200 || !valid.isBoolean()) return new Reply.Down(error.isEmpty() ? said : error);
        return answered(json, number, valid.asBoolean() ? Standing.REGISTERED : Standing.NOT_REGISTERED, day);
    }

    private static Reply answered(JsonNode json, String number, Standing standing, LocalDate day) {
        String name = json.path("name").asString("").replaceAll("^-+$", "");
        String consultation = json.path("requestIdentifier").asString("");
        return new Reply.Answered(
                List.of(new RegisterAnswer(Register.VIES, number, standing, day, name, consultation)));
    }
}
