package okienko.ordercontrol.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {

    private static final String ORDER = """
            {"channel":"web","externalId":"%d","placedAt":"2026-11-23T10:00:00Z","currency":"PLN",\
            "buyer":{"name":"Anna Nowak","email":"anna%d@example.com","phone":"+48600%s"},\
            "delivery":{"method":"Kurier DPD","address":{"name":"Anna Nowak","street":"Solna 4",\
            "postalCode":"%s","city":"Poznań","country":"PL"}},\
            "payment":{"form":"ONLINE","channelForm":"p24","paid":"10.00"},\
            "lines":[{"sku":"A-1","name":"Kubek","quantity":1,"unitPrice":"10.00"}],"total":"10.00"}""";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void verdicts_come_in_the_order_of_the_input() {
        String input = IntStream.range(0, 3_000)
                .mapToObj(i -> order(i, i, i % 7 == 0 ? "60-16" : "60-166"))
                .collect(Collectors.joining("\n"));
        assertThat(run(input, "-")).isZero();
        List<JsonNode> verdicts = verdicts();
        assertThat(verdicts).hasSize(3_000);
        for (int i = 0; i < 3_000; i++) {
            assertThat(verdicts.get(i).get("externalId").asString()).isEqualTo(Integer.toString(i));
            assertThat(verdicts.get(i).get("verdict").asString()).isEqualTo(i % 7 == 0 ? "HELD" : "RELEASED");
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("3,000 orders")
                .contains("POSTAL_CODE_INVALID");
    }

    @Test
    void one_bad_line_is_unreadable_and_the_rest_is_judged() {
        String input = order(1, 1, "60-166") + "\n{\"broken\": \n" + order(2, 2, "60-166");
        assertThat(run(input, "-", "--format", "canonical")).isZero();
        List<JsonNode> verdicts = verdicts();
        assertThat(verdicts).hasSize(3);
        assertThat(verdicts.get(1).get("verdict").asString()).isEqualTo("HELD");
        assertThat(verdicts.get(1).get("holds").get(0).get("reason").asString()).isEqualTo("UNREADABLE");
        assertThat(verdicts.get(2).get("verdict").asString()).isEqualTo("RELEASED");
    }

    @Test
    void a_hold_names_reason_field_message_and_evidence_in_the_language_asked_for() {
        run(order(1, 1, "60-16"), "-", "--lang", "pl");
        JsonNode hold = verdicts().getFirst().get("holds").get(0);
        assertThat(hold.propertyNames()).containsExactly("reason", "field", "message", "evidence");
        assertThat(hold.get("field").asString()).isEqualTo("delivery.address.postalCode");
        assertThat(hold.get("message").asString())
                .contains("60-16")
                .contains("NN-NNN")
                .startsWith("Kod pocztowy");
        assertThat(hold.get("evidence").get("code").asString()).isEqualTo("60-16");
    }

    @Test
    void an_order_placed_twice_is_held_the_second_time() {
        run(order(1, 7, "60-166") + "\n" + order(2, 7, "60-166"), "-");
        assertThat(verdicts().get(0).get("verdict").asString()).isEqualTo("RELEASED");
        assertThat(verdicts().get(1).get("holds").get(0).get("reason").asString())
                .isEqualTo("DUPLICATE_ORDER");
    }

    @Test
    void stock_payments_and_customers_are_taken_from_files() throws IOException {
        Path stock = write("stan.csv", "symbol;stan\nA-1;0\n");
        Path payments = write("wplaty.csv", "channel;externalId;kwota;waluta\nweb;1;4,00;PLN\n");
        Path customers = write("klienci.csv", "id;nazwisko;e-mail;nieodebrane\nK-1;Anna Nowak;anna1@example.com;3\n");
        assertThat(run(
                        order(1, 1, "60-166"),
                        "-",
                        "--stock=" + stock,
                        "--payments",
                        payments.toString(),
                        "--customers",
                        customers.toString()))
                .isZero();
        List<String> reasons = verdicts()
                .getFirst()
                .get("holds")
                .valueStream()
                .map(hold -> hold.get("reason").asString())
                .toList();
        assertThat(reasons).containsExactly("CUSTOMER_FLAGGED", "UNDERPAID", "STOCK_SHORTAGE");
    }

    @Test
    void the_rules_of_a_file_are_judged_by() throws IOException {
        Path rules = write("rules.yaml", """
                okienko: rules/1
                rules:
                  - rule: POSTAL_CODE_INVALID
                    everywhere: {mode: off}
                  - rule: CUSTOM:small-order
                    title: {en: Small order, pl: Małe zamówienie}
                    message: {en: 'Only {order.total}', pl: 'Tylko {order.total}: zapytaj o resztę'}
                    form: {all: [{field: order.total, operator: less, values: [50 PLN]}]}
                    everywhere: {mode: on}
                """);
        assertThat(run(order(1, 1, "60-16"), "-", "--rules", rules.toString(), "--lang", "pl"))
                .isZero();
        JsonNode verdict = verdicts().getFirst();
        assertThat(verdict.get("verdict").asString()).isEqualTo("HELD");
        assertThat(verdict.get("holds")).hasSize(1);
        JsonNode hold = verdict.get("holds").get(0);
        assertThat(hold.get("reason").asString()).isEqualTo("CUSTOM:small-order");
        assertThat(hold.get("message").asString()).startsWith("Tylko 10,00").endsWith("zapytaj o resztę");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("CUSTOM:small-order");
    }

    @Test
    void rules_that_cannot_be_used_are_refused_at_their_line() throws IOException {
        Path rules = write("rules.yaml", """
                okienko: rules/1
                rules:
                  - rule: UNPAID
                    appliesWhen: order.totl > pln(50)
                """);
        assertThat(run(order(1, 1, "60-166"), "-", "--rules", rules.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Line 4, UNPAID, appliesWhen")
                .contains("order.total");
        assertThat(out.size()).isZero();
    }

    @Test
    void the_moment_of_control_can_be_set() {
        String unpaid = order(1, 1, "60-166").replace("\"paid\":\"10.00\"", "\"paid\":\"0\"");
        run(unpaid, "-", "--now", "2026-11-23T10:59:59Z");
        assertThat(verdicts().getFirst().get("verdict").asString()).isEqualTo("WAITING");
        run(unpaid, "-", "--now", "2026-11-23T11:00:00Z");
        assertThat(verdicts().getFirst().get("verdict").asString()).isEqualTo("HELD");
    }

    @ParameterizedTest
    @CsvSource({
        "--lang=xx -, --lang is 'xx'",
        "--now=today -, --now is 'today'",
        "--format=pdf -, --format is 'pdf'",
        "--colour -, option --colour is not known",
        "/no/such/file, does not exist",
        "--stock=/no/such/file -, --stock is '/no/such/file'",
        "- -, more than once",
        "--channel, has no value",
        "'', no file is named",
    })
    void an_unusable_argument_is_named_with_its_remedy(String words, String message) {
        String[] arguments = words.isEmpty() ? new String[0] : words.split(" ", -1);
        assertThat(run("", arguments)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(message);
        assertThat(out.size()).isZero();
    }

    @Test
    void help_says_what_it_can_do() {
        assertThat(run("", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--customers FILE")
                .contains("50,000");
    }

    private static String order(int id, int buyer, String postalCode) {
        return ORDER.formatted(id, buyer, 700_800 + buyer, postalCode);
    }

    private int run(String input, String... words) {
        out.reset();
        err.reset();
        return new CheckCommand(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        out,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC))
                .run(words);
    }

    private List<JsonNode> verdicts() {
        JsonMapper json = JsonMapper.builder().build();
        return out.toString(StandardCharsets.UTF_8).lines().map(json::readTree).toList();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
