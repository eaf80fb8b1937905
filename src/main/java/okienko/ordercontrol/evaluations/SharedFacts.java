package okienko.ordercontrol.evaluations;

import static okienko.ordercontrol.schema.Tables.SHARED_FACTS;

import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import okienko.payments.ExchangeRates;
import okienko.shipping.CourierTerm;
import okienko.shipping.DeliveryService;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The tables many evaluations have in common, each kept once. A row never changes and is never deleted, so what has been
 * seen once need not be asked for again.
 */
@Repository
class SharedFacts {

    private final DSLContext db;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, Object> contents = new ConcurrentHashMap<>();

    SharedFacts(DSLContext db) {
        this.db = db;
    }

    Numbering numbering() {
        return new Numbering();
    }

    /** Gives out the numbers tables are kept under; the orders of one batch bring the same objects again and again. */
    final class Numbering {

        private final IdentityHashMap<Object, Integer> given = new IdentityHashMap<>();

        int terms(List<CourierTerm> terms) {
            return given.computeIfAbsent(terms, _ -> number(SharedForms.terms(terms)));
        }

        int services(List<DeliveryService> services) {
            return given.computeIfAbsent(services, _ -> number(SharedForms.services(services)));
        }

        int rates(ExchangeRates rates) {
            return given.computeIfAbsent(rates, _ -> number(SharedForms.rates(rates)));
        }
    }

    /** What facts share, by their numbers. */
    FactsReader.Shared read(int terms, int services, int rates) {
        return new FactsReader.Shared(
                content(terms, SharedForms::terms),
                content(services, SharedForms::services),
                content(rates, SharedForms::rates));
    }

    private int number(byte[] content) {
        byte[] hash = FactsWriter.sha256().digest(content);
        String name = HexFormat.of().formatHex(hash);
        Integer known = numbers.get(name);
        if (known != null) return known;
        Integer kept = kept(hash);
        if (kept == null) {
            db.insertInto(SHARED_FACTS, SHARED_FACTS.HASH, SHARED_FACTS.CONTENT)
                    .values(hash, content)
                    .onConflictDoNothing()
                    .execute();
            kept = kept(hash);
        }
        if (kept == null) throw new IllegalStateException("shared facts were inserted and are not there");
        remember(name, kept);
        return kept;
    }

    private @Nullable Integer kept(byte[] hash) {
        return db.select(SHARED_FACTS.ID)
                .from(SHARED_FACTS)
                .where(SHARED_FACTS.HASH.eq(hash))
                .fetchOne(SHARED_FACTS.ID);
    }

    /** A number is only remembered once its row is there for good: a transaction rolled back takes it along. */
    private void remember(String name, int number) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            numbers.put(name, number);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                numbers.put(name, number);
            }
        });
    }

    @SuppressWarnings("unchecked") // a number is of one kind of table, and each kind is asked for by its own column
    private <T> T content(int number, Function<byte[], T> read) {
        return (T) contents.computeIfAbsent(
                number,
                _ -> read.apply(db.select(SHARED_FACTS.CONTENT)
                        .from(SHARED_FACTS)
                        .where(SHARED_FACTS.ID.eq(number))
                        .fetchSingle()
                        .value1()));
    }
}
