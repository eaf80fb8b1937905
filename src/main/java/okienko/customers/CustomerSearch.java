package okienko.customers;

import static okienko.customers.schema.Tables.ATTACHED_ORDERS;
import static okienko.customers.schema.Tables.CARDS;
import static okienko.customers.schema.Tables.FLAGS;
import static okienko.customers.schema.Tables.IDENTIFIERS;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okienko.customers.identity.Spelling;
import okienko.customers.merging.Merged;
import okienko.customers.merging.Merges;
import okienko.ui.PaletteSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Finds customers by name, e-mail, phone, tax id or reference. */
@Repository
public class CustomerSearch implements PaletteSource {

    /** Cards on a page; whoever does not find theirs among them searches. */
    static final int PAGE = 50;

    private static final int ORDERS_SHOWN = 50;
    private static final int LONGEST_WORD = 60;
    private static final int MOST_WORDS = 6;

    private final DSLContext db;
    private final Merges merges;
    private final Clock clock;

    CustomerSearch(DSLContext db, Merges merges, Clock clock) {
        this.db = db;
        this.merges = merges;
        this.clock = clock;
    }

    /** The newest cards that match, older than the card {@code before} where that is given. */
    CustomersPage find(String typed, @Nullable Long before) {
        List<Long> ids = db.select(CARDS.ID)
                .from(CARDS)
                .where(matching(typed), before == null ? noCondition() : CARDS.ID.lt(before))
                .orderBy(CARDS.ID.desc())
                .limit(PAGE + 1)
                .fetch(CARDS.ID);
        boolean more = ids.size() > PAGE;
        List<Long> shown = more ? ids.subList(0, PAGE) : ids;
        return new CustomersPage(typed, rows(shown), more ? shown.getLast() : null, before != null);
    }

    /** The card that a card is shown on: itself unless it was merged. */
    long shownOn(long id) {
        return Merged.around(db, List.of(id)).root(id);
    }

    Optional<CustomerPage> card(long id) {
        Customer customer = new Cards(db, clock.instant()).all(List.of(id)).get(id);
        if (customer == null) return Optional.empty();
        List<Long> cards = Merged.around(db, List.of(id)).members(id);
        var flags = db.selectFrom(FLAGS)
                .where(FLAGS.CARD_ID.in(cards))
                .orderBy(FLAGS.ID.desc())
                .limit(ORDERS_SHOWN)
                .fetch(row -> new CustomerPage.Flag(
                        row.get(FLAGS.ID),
                        new CustomerFlag(
                                CustomerFlag.Kind.valueOf(row.get(FLAGS.KIND)),
                                row.get(FLAGS.NOTE),
                                row.get(FLAGS.UNTIL)),
                        row.get(FLAGS.SET_AT).toInstant(),
                        row.get(FLAGS.SET_BY),
                        row.get(FLAGS.REMOVED_AT) == null
                                ? null
                                : row.get(FLAGS.REMOVED_AT).toInstant(),
                        row.get(FLAGS.REMOVED_BY)));
        var orders = db.selectFrom(ATTACHED_ORDERS)
                .where(ATTACHED_ORDERS.CARD_ID.in(cards))
                .orderBy(ATTACHED_ORDERS.PLACED_AT.desc())
                .limit(ORDERS_SHOWN)
                .fetch(row -> new CustomerPage.Placed(
                        row.get(ATTACHED_ORDERS.ORDER_REFERENCE),
                        row.get(ATTACHED_ORDERS.PLACED_AT).toInstant(),
                        row.get(ATTACHED_ORDERS.CANCELLED)));
        List<String> identifiers = db.selectDistinct(IDENTIFIERS.IDENTIFIER)
                .from(IDENTIFIERS)
                .where(IDENTIFIERS.CARD_ID.in(cards))
                .orderBy(IDENTIFIERS.IDENTIFIER)
                .limit(ORDERS_SHOWN)
                .fetch(IDENTIFIERS.IDENTIFIER);
        return Optional.of(new CustomerPage(id, customer, identifiers, flags, orders, merges.standing(id)));
    }

    /** The newest cards that match, each as it is shown. */
    public List<Long> shown(String typed, int limit) {
        List<Long> ids = ids(typed, limit);
        return List.copyOf(Merged.around(db, ids).roots(ids));
    }

    private List<Long> ids(String typed, int limit) {
        return db.select(CARDS.ID)
                .from(CARDS)
                .where(matching(typed))
                .orderBy(CARDS.ID.desc())
                .limit(limit)
                .fetch(CARDS.ID);
    }

    @Override
    public List<Hit> find(String typed, int limit) {
        return rows(ids(typed, limit)).stream()
                .map(row -> new Hit(
                        "user",
                        row.customer().name().isEmpty()
                                ? row.customer().company()
                                : row.customer().name(),
                        row.customer().email().isEmpty()
                                ? row.customer().phone()
                                : row.customer().email(),
                        "/customers/" + row.id()))
                .toList();
    }

    private List<CustomersPage.Row> rows(List<Long> ids) {
        // a merged card is found by what it says itself, and opens where it is shown
        Set<Long> shown = Merged.around(db, ids).roots(ids);
        Map<Long, Customer> cards = new Cards(db, clock.instant()).all(shown);
        List<CustomersPage.Row> rows = new ArrayList<>();
        for (long id : shown) {
            Customer customer = cards.get(id);
            if (customer != null) rows.add(new CustomersPage.Row(id, customer));
        }
        return rows;
    }

    /** Every word typed must occur; a phone number is found however it is spaced. */
    private static Condition matching(String typed) {
        Condition condition = noCondition();
        String digits = typed.replaceAll("[\\s()-]", "");
        if (digits.matches("\\+?\\d{6,}")) return CARDS.SEARCH_TEXT.contains(digits.replace("+", ""));
        String[] words = Spelling.fold(typed.strip()).split("\\s+", -1);
        for (int i = 0; i < Math.min(words.length, MOST_WORDS); i++) {
            String word = words[i].substring(0, Math.min(LONGEST_WORD, words[i].length()));
            if (!word.isEmpty()) condition = condition.and(CARDS.SEARCH_TEXT.contains(word));
        }
        return condition;
    }
}
