package okienko.ordercontrol.evaluations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import okienko.customers.Customer;
import okienko.customers.CustomerFlag;
import okienko.customers.Recognition;
import okienko.ordercontrol.Facts;
import okienko.payments.IncomingPayment;
import okienko.stock.Article;
import okienko.stock.Availability;
import okienko.taxregisters.RegisterAnswer;
import okienko.vocabulary.Money;

/**
 * Writes the facts of one decision: everything but the courier table, the delivery services and the exchange rates, which
 * {@link SharedFacts} keeps once for all. The first byte is the format. When {@link Facts} gets another part, give the
 * format the next number and write it; {@link FactsReader} then knows from the number whether it is there.
 */
final class FactsWriter {

    static final int FORMAT = 3;

    /**
     * Facts as they are kept.
     *
     * @param hash of everything but the moment: what has the same hash says the same
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to the database: nobody compares or changes them
    record Packed(byte[] bytes, long hash) {}

    /**
     * Packs facts.
     *
     * @param circumstances whatever else makes one decision differ from another
     */
    static Packed write(Facts facts, String circumstances) {
        Packer packer = new Packer();
        packer.number(FORMAT);
        packer.instant(facts.now());
        int moment = packer.size();
        packer.text(facts.zone().getId());
        packer.instant(facts.controlledSince());
        packer.number(facts.revision());
        packer.optional(facts.releasedRevision(), packer::count);
        buyer(packer, facts.buyer());
        packer.list(facts.sameBuyer(), other -> otherOrder(packer, other));
        packer.list(facts.received(), payment -> payment(packer, payment));
        packer.optional(facts.articles(), articles -> packer.map(articles, article -> article(packer, article)));
        packer.optional(
                facts.availability(), availability -> packer.map(availability, there -> availability(packer, there)));
        packer.optional(facts.taxRegister(), answer -> registered(packer, answer));
        byte[] bytes = packer.bytes();
        return new Packed(bytes, hash(bytes, moment, circumstances));
    }

    private static long hash(byte[] bytes, int from, String circumstances) {
        MessageDigest digest = sha256();
        digest.update(circumstances.getBytes(UTF_8));
        digest.update(bytes, from, bytes.length - from);
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void buyer(Packer packer, Recognition buyer) {
        packer.optional(buyer.known(), customer -> customer(packer, customer));
        packer.list(buyer.probable(), candidate -> {
            customer(packer, candidate.customer());
            packer.list(candidate.agreeing(), packer::text);
            packer.list(candidate.differing(), packer::text);
        });
    }

    private static void customer(Packer packer, Customer customer) {
        packer.text(customer.reference());
        packer.text(customer.name());
        packer.text(customer.company());
        packer.text(customer.email());
        packer.text(customer.phone());
        packer.text(customer.taxId());
        packer.number(customer.earlierOrders());
        packer.number(customer.refusedParcels());
        packer.list(customer.flags(), flag -> flag(packer, flag));
    }

    private static void flag(Packer packer, CustomerFlag flag) {
        packer.text(flag.kind().name());
        packer.text(flag.note());
        packer.optional(flag.until(), packer::date);
    }

    private static void otherOrder(Packer packer, Facts.OtherOrder other) {
        packer.text(other.key().channel());
        packer.text(other.key().externalId());
        packer.text(other.number());
        packer.instant(other.placedAt());
        packer.map(other.lines(), packer::count);
        packer.text(other.total());
        packer.flag(other.first());
    }

    private static void payment(Packer packer, IncomingPayment payment) {
        money(packer, payment.amount());
        packer.instant(payment.receivedAt());
        packer.text(payment.source());
        packer.text(payment.reference());
    }

    private static void article(Packer packer, Article article) {
        packer.text(article.sku());
        packer.text(article.name());
        packer.optional(article.price(), price -> money(packer, price));
        packer.optional(article.usualQuantity(), packer::count);
        packer.optional(article.weightGrams(), packer::count);
        packer.optional(article.size(), size -> {
            packer.number(size.length());
            packer.number(size.width());
            packer.number(size.height());
        });
        packer.list(article.alternatives(), packer::text);
    }

    private static void availability(Packer packer, Availability there) {
        packer.number(there.onHand());
        packer.number(there.reserved());
        packer.number(there.dueQuantity());
        packer.optional(there.dueOn(), packer::date);
    }

    private static void registered(Packer packer, RegisterAnswer answer) {
        packer.text(answer.register().name());
        packer.text(answer.number());
        packer.text(answer.standing().name());
        packer.optional(answer.day(), packer::date);
        packer.text(answer.name());
        packer.text(answer.consultation());
    }

    static void money(Packer packer, Money money) {
        packer.number(money.minor());
        packer.text(money.currency());
    }

    private FactsWriter() {}
}
