package okienko.payments.statements;

import static okienko.payments.schema.Tables.PROPOSALS;
import static okienko.payments.schema.Tables.TRANSFERS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import okienko.database.Moments;
import okienko.orders.OrderKey;
import okienko.payments.matching.Sign;
import okienko.payments.matching.Transfer;
import okienko.vocabulary.Money;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * A movement on the bank account and what has become of it.
 *
 * @param rule by which it was booked; empty when a person did it, or nobody yet
 * @param bookings how often it was booked
 */
record BankTransfer(
        long id,
        long file,
        int line,
        String ownAccount,
        LocalDate bookedOn,
        Money amount,
        String reference,
        String title,
        String payer,
        String payerAccount,
        String collectId,
        State state,
        String rule,
        int bookings,
        @Nullable Instant settledAt,
        @Nullable String settledBy) {

    /** What has become of it. */
    enum State {
        /** A person has to agree. */
        PROPOSED,
        /** Nothing speaks for any order. */
        UNMATCHED,
        BOOKED,
        /** A person said that it is for no order. */
        SET_ASIDE,
        /** Money that went out and takes nothing back. */
        OUTGOING,
        /** Money that went back, counted against the orders it had been booked for. */
        RETURNED
    }

    /** An order it may be for, or is booked for, with its share. */
    record Share(int place, OrderKey order, String number, Money amount, List<Sign> signs) {

        static Share of(Record row, String currency) {
            return new Share(
                    row.get(PROPOSALS.POSITION),
                    new OrderKey(row.get(PROPOSALS.CHANNEL), row.get(PROPOSALS.EXTERNAL_ID)),
                    row.get(PROPOSALS.ORDER_NUMBER),
                    new Money(row.get(PROPOSALS.AMOUNT_MINOR), currency),
                    List.of(row.get(PROPOSALS.SIGNS)).stream()
                            .map(Sign::valueOf)
                            .toList());
        }
    }

    static BankTransfer of(Record row) {
        return new BankTransfer(
                row.get(TRANSFERS.ID),
                row.get(TRANSFERS.FILE_ID),
                row.get(TRANSFERS.LINE),
                row.get(TRANSFERS.OWN_ACCOUNT),
                row.get(TRANSFERS.BOOKED_ON),
                new Money(row.get(TRANSFERS.AMOUNT_MINOR), row.get(TRANSFERS.CURRENCY)),
                row.get(TRANSFERS.BANK_REFERENCE),
                row.get(TRANSFERS.TITLE),
                row.get(TRANSFERS.PAYER),
                row.get(TRANSFERS.PAYER_ACCOUNT),
                row.get(TRANSFERS.COLLECT_ID),
                State.valueOf(row.get(TRANSFERS.STATE)),
                row.get(TRANSFERS.RULE),
                row.get(TRANSFERS.BOOKINGS),
                Moments.read(row.get(TRANSFERS.SETTLED_AT)),
                row.get(TRANSFERS.SETTLED_BY));
    }

    /** As matching looks at it. */
    Transfer forMatching() {
        return new Transfer(amount, bookedOn, title, payer, payerAccount, collectId);
    }

    /** Whether a person can still decide. */
    boolean open() {
        return state == State.PROPOSED || state == State.UNMATCHED;
    }
}
