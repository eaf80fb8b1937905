package okienko.ordercontrol.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The goals of the reader, on comments nobody trained on. */
class HeldBackTest {

    private final CommentReader reader = CommentReader.shipped();
    private final List<Example> examples = Example.all(HeldBackTest.class, "heldback_");

    @Test
    void at_most_one_wish_in_a_hundred_passes() {
        assertThat(share(Example::relevant, true)).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void most_everyday_courtesies_pass() {
        assertThat(share(example -> !example.relevant() && !example.hard(), false))
                .isGreaterThanOrEqualTo(0.60);
    }

    @Test
    void the_wish_is_mostly_named_rightly() {
        List<Example> wishes = examples.stream().filter(Example::relevant).toList();
        long right = wishes.stream()
                .filter(example -> reader.read(example.text()).intents().contains(example.intent()))
                .count();
        assertThat((double) right / wishes.size()).isGreaterThanOrEqualTo(0.75);
    }

    private double share(Predicate<Example> of, boolean stopping) {
        List<Example> all = examples.stream().filter(of).toList();
        long found = all.stream()
                .filter(example -> reader.read(example.text()).relevant() == stopping)
                .count();
        return (double) found / all.size();
    }
}
