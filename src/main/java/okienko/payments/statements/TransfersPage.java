package okienko.payments.statements;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import okienko.payments.statements.BankTransfer.State;
import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * Transfers of one state, in the order they came.
 *
 * @param later whether this is not the first page
 */
record TransfersPage(State state, String query, List<BankTransfer> transfers, Map<State, Integer> counts, boolean later)
        implements Page {

    int count(State of) {
        return counts.getOrDefault(of, 0);
    }

    boolean nothingYet() {
        return counts.isEmpty();
    }

    @Nullable
    String next() {
        return transfers.size() < Transfers.PAGE
                ? null
                : first() + "&behind=" + transfers.getLast().id();
    }

    @Nullable
    String previous() {
        return later ? first() : null;
    }

    private String first() {
        return "/payments/transfers?state=" + state + "&q=" + URLEncoder.encode(query, UTF_8);
    }
}
