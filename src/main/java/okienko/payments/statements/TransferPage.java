package okienko.payments.statements;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import okienko.payments.matching.Sign;
import okienko.payments.statements.BankTransfer.Share;
import okienko.ui.Page;
import okienko.vocabulary.Money;

/**
 * One transfer, and what it may be for.
 *
 * @param typed the orders a person named
 * @param next the next that waits; 0 when none does
 * @param waiting how many wait
 */
record TransferPage(BankTransfer transfer, List<Choice> choices, String typed, long next, int waiting) implements Page {

    /**
     * An order it may be for.
     *
     * @param due what is still to be paid for it
     */
    record Choice(Share share, String buyer, Money due) {

        String path() {
            String reference = share.order().channel() + ":" + share.order().externalId();
            return "/orders/of/" + URLEncoder.encode(reference, UTF_8);
        }

        List<Sign> speaksFor() {
            return share.signs().stream().filter(sign -> !sign.against()).toList();
        }

        List<Sign> speaksAgainst() {
            return share.signs().stream().filter(Sign::against).toList();
        }
    }
}
