package okienko.customers.review;

import java.util.List;
import java.util.Locale;
import okienko.customers.Customer;
import okienko.ui.Page;

/** Two cards side by side. */
record ProposalPage(Proposal proposal, int waiting) implements Page {

    /** A field of both cards. */
    record Line(String part, String one, String two) {

        boolean differs() {
            return !one.equals(two);
        }
    }

    List<Line> lines() {
        Customer one = proposal.one();
        Customer two = proposal.two();
        return List.of(
                new Line("name", one.name(), two.name()),
                new Line("company", one.company(), two.company()),
                new Line("email", one.email(), two.email()),
                new Line("phone", one.phone(), two.phone()),
                new Line("taxId", one.taxId(), two.taxId()));
    }

    static String bits(double bits) {
        return String.format(Locale.ROOT, "%+.1f", bits);
    }
}
