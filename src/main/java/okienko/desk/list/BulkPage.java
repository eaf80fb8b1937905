package okienko.desk.list;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okienko.access.Agent;
import okienko.desk.Queues;
import okienko.ordercontrol.OrderControl.Preview;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ui.Page;
import okienko.ui.Words;
import okienko.work.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What an action would do to each of the orders chosen; nothing has been done yet.
 *
 * @param previews one for each order, in the list's order
 * @param error key of what is missing; empty when nothing is
 */
record BulkPage(
        Question question,
        BulkAction action,
        List<Preview> previews,
        @Nullable Reason reason,
        String text,
        String to,
        String error,
        List<Queue> queues,
        List<Agent> colleagues)
        implements Page {

    List<Preview> affected() {
        return previews.stream().filter(preview -> preview.obstacle().isEmpty()).toList();
    }

    List<Preview> refused() {
        return previews.stream()
                .filter(preview -> !preview.obstacle().isEmpty())
                .toList();
    }

    /** The reasons the chosen orders are held for, by what they are called. */
    Map<String, String> reasons() {
        var reasons = new TreeMap<String, String>();
        previews.forEach(preview -> preview.order()
                .reasons()
                .forEach(code -> reasons.put(FindingWords.title(code, Words.locale()), code.name())));
        var options = new LinkedHashMap<String, String>();
        reasons.forEach((title, code) -> options.put(code, title));
        return options;
    }

    Map<String, String> hands() {
        var hands = new LinkedHashMap<String, String>();
        queues.forEach(queue -> hands.put("queue:" + queue.name(), Queues.name(queue.name())));
        colleagues.forEach(agent -> hands.put("agent:" + agent.login(), agent.name()));
        return hands;
    }
}
