package okienko.ordercontrol.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrainingTest {

    @Test
    void the_shipped_model_is_what_the_examples_beside_it_give() throws IOException {
        Model trained =
                Training.train(Example.training(), CommentReader.shipped().threshold());
        assertThat(trained.version())
                .as("comments.model is older than its examples or its code: run bin/comments")
                .isEqualTo(CommentReader.shipped().version());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        trained.write(bytes);
        assertThat(Model.read(new ByteArrayInputStream(bytes.toByteArray())).version())
                .isEqualTo(trained.version());
    }

    @Test
    void every_language_and_every_intent_has_examples() {
        List<Example> examples = Example.training();
        assertThat(examples).hasSizeGreaterThan(2_500);
        for (String language : Example.LANGUAGES) {
            Set<String> intents = examples.stream()
                    .filter(example -> example.language().equals(language))
                    .map(example -> String.valueOf(example.intent()))
                    .collect(Collectors.toSet());
            assertThat(intents).as(language).hasSize(1 + Intent.values().length);
        }
    }

    @Test
    void few_held_back_comments_were_trained_on_and_those_are_words_everybody_writes() {
        Set<String> trained = new HashSet<>();
        for (Example example : Example.training()) trained.add(letters(example));
        List<Example> heldBack = Example.all(TrainingTest.class, "heldback_");
        List<Example> both = heldBack.stream()
                .filter(example -> trained.contains(letters(example)))
                .toList();
        assertThat(both).allMatch(example -> example.text().length() < 35).hasSizeLessThan(heldBack.size() / 20);
    }

    private static String letters(Example example) {
        return example.text()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
