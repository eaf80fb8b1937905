package okienko.payments.statements;

import static okienko.payments.schema.Tables.PAYERS;
import static okienko.payments.schema.Tables.PROPOSALS;
import static okienko.payments.schema.Tables.TRANSFERS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.database.RowSet;
import okienko.payments.matching.OrderBook;
import okienko.payments.statements.BankTransfer.Share;
import okienko.payments.statements.BankTransfer.State;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The movements on the bank accounts: each once, with what it is proposed or booked for. */
@Repository
class Transfers {

    static final int PAGE = 50;

    private final DSLContext db;
    private final Clock clock;

    Transfers(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What is decided of a transfer, by a rule or a person; nobody for what waits. */
    record Decision(
            BankTransfer transfer,
            State state,
            String rule,
            List<Share> shares,
            @Nullable String by) {}

    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to the database: nobody compares or changes them
    private record Row(StatementLine line, byte[] fingerprint) {}

    /** Adds the lines no other statement has told; the answer is those, in the order of the file. */
    List<BankTransfer> add(long file, List<StatementLine> lines) {
        Map<String, Integer> seen = new HashMap<>();
        List<Row> rows = new ArrayList<>(lines.size());
        for (StatementLine line : lines) {
            int before = seen.merge(HexFormat.of().formatHex(line.fingerprint(0)), 1, Integer::sum) - 1;
            rows.add(new Row(line, line.fingerprint(before)));
        }
        var set = RowSet.of(rows)
                .column(TRANSFERS.FINGERPRINT, Row::fingerprint)
                .column(TRANSFERS.FILE_ID, _ -> file)
                .column(TRANSFERS.LINE, row -> row.line.line())
                .column(TRANSFERS.OWN_ACCOUNT, row -> row.line.account())
                .column(TRANSFERS.BOOKED_ON, row -> row.line.bookedOn())
                .column(TRANSFERS.AMOUNT_MINOR, row -> row.line.amount().minor())
                .column(TRANSFERS.CURRENCY, row -> row.line.amount().currency())
                .column(TRANSFERS.BANK_REFERENCE, row -> row.line.reference())
                .column(TRANSFERS.TITLE, row -> row.line.title())
                .column(TRANSFERS.PAYER, row -> row.line.payer())
                .column(TRANSFERS.PAYER_ACCOUNT, row -> row.line.payerAccount())
                .column(TRANSFERS.COLLECT_ID, row -> row.line.collectId())
                .column(TRANSFERS.STATE, _ -> State.UNMATCHED.name());
        return db
                .insertInto(TRANSFERS, set.targets())
                .select(select(set.columns()).from(set.table()))
                .onConflictDoNothing()
                .returning()
                .fetch(BankTransfer::of)
                .stream()
                .sorted(Comparator.comparingInt(BankTransfer::line).thenComparingLong(BankTransfer::id))
                .toList();
    }

    /** Writes decisions down; a transfer that is settled meanwhile keeps what was decided. The answer: those written. */
    List<Decision> write(List<Decision> decisions) {
        var set = RowSet.of(decisions)
                .column(TRANSFERS.ID, each -> each.transfer.id())
                .column(TRANSFERS.STATE, each -> each.state.name())
                .column(TRANSFERS.RULE, Decision::rule)
                .column(TRANSFERS.BOOKINGS, each -> each.transfer.bookings() + (each.state == State.BOOKED ? 1 : 0))
                .column(TRANSFERS.SETTLED_BY, Decision::by)
                .column(TRANSFERS.SETTLED_AT, each -> each.by == null ? null : now());
        var written = db.update(TRANSFERS)
                .set(TRANSFERS.STATE, RowSet.in(TRANSFERS.STATE))
                .set(TRANSFERS.RULE, RowSet.in(TRANSFERS.RULE))
                .set(TRANSFERS.BOOKINGS, RowSet.in(TRANSFERS.BOOKINGS))
                .set(TRANSFERS.SETTLED_BY, RowSet.in(TRANSFERS.SETTLED_BY))
                .set(TRANSFERS.SETTLED_AT, RowSet.in(TRANSFERS.SETTLED_AT))
                .from(set.table())
                .where(TRANSFERS.ID.eq(RowSet.in(TRANSFERS.ID)))
                .and(TRANSFERS.STATE.in(State.UNMATCHED.name(), State.PROPOSED.name()))
                .returning(TRANSFERS.ID)
                .fetchSet(TRANSFERS.ID);
        List<Decision> all = decisions.stream()
                .filter(each -> written.contains(each.transfer.id()))
                .toList();
        db.deleteFrom(PROPOSALS).where(PROPOSALS.TRANSFER_ID.in(written)).execute();
        addShares(all);
        return all;
    }

    private void addShares(List<Decision> decisions) {
        record Of(long transfer, Share share) {}
        List<Of> shares = decisions.stream()
                .flatMap(each -> each.shares.stream().map(share -> new Of(each.transfer.id(), share)))
                .toList();
        var set = RowSet.of(shares)
                .column(PROPOSALS.TRANSFER_ID, Of::transfer)
                .column(PROPOSALS.POSITION, of -> of.share.place())
                .column(PROPOSALS.CHANNEL, of -> of.share.order().channel())
                .column(PROPOSALS.EXTERNAL_ID, of -> of.share.order().externalId())
                .column(PROPOSALS.ORDER_NUMBER, of -> of.share.number())
                .column(PROPOSALS.AMOUNT_MINOR, of -> of.share.amount().minor())
                .list(
                        PROPOSALS.SIGNS,
                        of -> of.share.signs().stream().map(Enum::name).toList());
        db.insertInto(PROPOSALS, set.targets())
                .select(select(set.columns()).from(set.table()))
                .execute();
    }

    /** Takes a booking or a setting aside back: a person decides anew. */
    boolean reopen(long id, State from) {
        return db.update(TRANSFERS)
                        .set(TRANSFERS.STATE, State.PROPOSED.name())
                        .set(TRANSFERS.RULE, "")
                        .setNull(TRANSFERS.SETTLED_AT)
                        .setNull(TRANSFERS.SETTLED_BY)
                        .where(TRANSFERS.ID.eq(id), TRANSFERS.STATE.eq(from.name()))
                        .execute()
                == 1;
    }

    Optional<BankTransfer> find(long id) {
        return db.selectFrom(TRANSFERS).where(TRANSFERS.ID.eq(id)).fetchOptional(BankTransfer::of);
    }

    List<Share> shares(BankTransfer transfer) {
        return db.selectFrom(PROPOSALS)
                .where(PROPOSALS.TRANSFER_ID.eq(transfer.id()))
                .orderBy(PROPOSALS.POSITION)
                .fetch(row -> Share.of(row, transfer.amount().currency()));
    }

    /** Those that wait for a person or an order, the oldest first. */
    List<BankTransfer> open(int limit) {
        return db.selectFrom(TRANSFERS)
                .where(TRANSFERS.STATE.in(State.UNMATCHED.name(), State.PROPOSED.name()))
                .orderBy(TRANSFERS.ID)
                .limit(limit)
                .fetch(BankTransfer::of);
    }

    /** Of one state, in the order they came; those behind the one given on later pages. */
    List<BankTransfer> list(State state, String typed, long behind) {
        return db.selectFrom(TRANSFERS)
                .where(TRANSFERS.STATE.eq(state.name()), TRANSFERS.ID.gt(behind), found(typed))
                .orderBy(TRANSFERS.ID)
                .limit(PAGE)
                .fetch(BankTransfer::of);
    }

    private static Condition found(String typed) {
        return typed.isEmpty()
                ? noCondition()
                : TRANSFERS
                        .TITLE
                        .containsIgnoreCase(typed)
                        .or(TRANSFERS.PAYER.containsIgnoreCase(typed))
                        .or(TRANSFERS.BANK_REFERENCE.containsIgnoreCase(typed));
    }

    Map<State, Integer> counts() {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        db.select(TRANSFERS.STATE, count())
                .from(TRANSFERS)
                .groupBy(TRANSFERS.STATE)
                .forEach(row -> counts.put(State.valueOf(row.value1()), row.value2()));
        return counts;
    }

    /** The next that is proposed, behind this one; from the front again after the last. */
    Optional<Long> next(long behind) {
        var proposed = TRANSFERS.STATE.eq(State.PROPOSED.name());
        Long after = db.select(min(TRANSFERS.ID))
                .from(TRANSFERS)
                .where(proposed, TRANSFERS.ID.gt(behind))
                .fetchSingle()
                .value1();
        if (after != null) return Optional.of(after);
        return Optional.ofNullable(db.select(min(TRANSFERS.ID))
                .from(TRANSFERS)
                .where(proposed, TRANSFERS.ID.ne(behind))
                .fetchSingle()
                .value1());
    }

    /** The booked transfer a debit takes back by the bank's reference. */
    Optional<BankTransfer> takenBack(BankTransfer debit, int days) {
        return debit.reference().isEmpty()
                ? Optional.empty()
                : opposite(debit, days, TRANSFERS.BANK_REFERENCE.eq(debit.reference()));
    }

    /** The booked transfer of the same account and amount, when there is only one. */
    Optional<BankTransfer> opposite(BankTransfer debit, int days) {
        return debit.payerAccount().isEmpty()
                ? Optional.empty()
                : opposite(debit, days, TRANSFERS.PAYER_ACCOUNT.eq(debit.payerAccount()));
    }

    private Optional<BankTransfer> opposite(BankTransfer debit, int days, Condition same) {
        List<BankTransfer> found = db.selectFrom(TRANSFERS)
                .where(TRANSFERS.STATE.eq(State.BOOKED.name()), same)
                .and(TRANSFERS.CURRENCY.eq(debit.amount().currency()))
                .and(TRANSFERS.AMOUNT_MINOR.eq(-debit.amount().minor()))
                .and(TRANSFERS.BOOKED_ON.between(debit.bookedOn().minusDays(days), debit.bookedOn()))
                .limit(2)
                .fetch(BankTransfer::of);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Remembers for whom an account paid. */
    void learn(Map<String, String> buyersByAccount) {
        if (buyersByAccount.isEmpty()) return;
        var set = RowSet.of(buyersByAccount.entrySet())
                .column(PAYERS.ACCOUNT, Map.Entry::getKey)
                .column(PAYERS.BUYER, Map.Entry::getValue)
                .column(PAYERS.SINCE, _ -> now());
        db.insertInto(PAYERS, set.targets())
                .select(select(set.columns()).from(set.table()))
                .onConflictDoNothing()
                .execute();
    }

    /** Tells the book for whom these accounts have paid. */
    void recall(Collection<String> accounts, OrderBook book) {
        db.select(PAYERS.ACCOUNT, PAYERS.BUYER)
                .from(PAYERS)
                .where(PAYERS.ACCOUNT.eq(org.jooq.impl.DSL.any(accounts.toArray(String[]::new))))
                .forEach(row -> book.learn(row.value1(), row.value2()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
