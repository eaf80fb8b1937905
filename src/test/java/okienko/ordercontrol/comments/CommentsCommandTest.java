package okienko.ordercontrol.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommentsCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void each_line_is_answered_in_its_order() {
        assertThat(run(
                        "{\"id\":\"a\",\"text\":\"dziękuję\"}\n\n{\"id\":7,\"text\":\"proszę o fakturę, NIP 5250001009\"}\n",
                        "classify"))
                .isEqualTo(CommentsCommand.DONE);
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n", -1);
        JsonNode courtesy = JsonMapper.shared().readTree(lines[0]);
        assertThat(courtesy.get("relevant").booleanValue()).isFalse();
        assertThat(courtesy.get("intent").stringValue()).isEqualTo("none");
        JsonNode wish = JsonMapper.shared().readTree(lines[1]);
        assertThat(wish.get("id").intValue()).isEqualTo(7);
        assertThat(wish.get("relevant").booleanValue()).isTrue();
        assertThat(wish.get("intent").stringValue()).isEqualTo("invoice");
        assertThat(wish.get("clauses").isEmpty()).isFalse();
        assertThat(wish.get("facts").get(0).get("value").stringValue()).isEqualTo("5250001009");
    }

    @Test
    void a_line_that_cannot_be_used_is_told_and_the_others_are_read() {
        assertThat(run("nonsense\n{\"id\":\"b\"}\n{\"text\":\"x\"}\n{\"id\":\"c\",\"text\":\"ok\"}", "classify"))
                .isEqualTo(CommentsCommand.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("line 1: no JSON")
                .contains("line 2: field 'text' is missing: give the comment as text")
                .contains("line 3: field 'id' is missing: give a text or a number");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("{\"id\":\"c\"")
                .hasLineCount(1);
    }

    @Test
    void an_unknown_word_says_what_is_known() {
        assertThat(run("", "judge")).isEqualTo(CommentsCommand.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("'judge' is not known")
                .contains("classify");
    }

    private int run(String input, String... words) {
        return new CommentsCommand(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        out,
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(words);
    }
}
