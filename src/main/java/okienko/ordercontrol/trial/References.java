package okienko.ordercontrol.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import okienko.customers.Buyer;
import okienko.customers.CustomerFile;
import okienko.customers.Recogniser;
import okienko.customers.Recognition;
import okienko.orders.Order;
import okienko.orders.OrderKey;
import okienko.payments.IncomingPayment;
import okienko.payments.OrderPayment;
import okienko.payments.PaymentFile;
import okienko.reference.Problem;
import okienko.reference.Reading;
import okienko.stock.Availability;
import okienko.stock.StockFile;
import okienko.stock.StockLevel;
import org.jspecify.annotations.Nullable;

/**
 * What the files beside the orders say.
 *
 * @param stock null when no stock file was given
 * @param customers null when no customer file was given
 */
record References(
        @Nullable Map<String, Availability> stock,
        Map<OrderKey, List<IncomingPayment>> paymentsByOrder,
        Map<String, List<IncomingPayment>> paymentsByNumber,
        @Nullable Recogniser customers) {

    /** Reference files are held in memory, so they have a limit. */
    private static final long MAX_BYTES = 256L * 1024 * 1024;

    /** More complaints about a file than a person would read. */
    private static final int PROBLEMS_TOLD = 3;

    static References read(Arguments arguments) throws Unusable {
        return new References(
                        stock(arguments.stock()),
                        new HashMap<>(),
                        new HashMap<>(),
                        arguments.customers() == null
                                ? null
                                : Recogniser.of(entries("--customers", arguments.customers(), CustomerFile::read)))
                .withPayments(arguments.payments());
    }

    private static @Nullable Map<String, Availability> stock(@Nullable String file) throws Unusable {
        if (file == null) return null;
        Map<String, Availability> stock = new HashMap<>();
        for (StockLevel level : entries("--stock", file, StockFile::read)) stock.put(level.sku(), level.availability());
        return stock;
    }

    private References withPayments(@Nullable String file) throws Unusable {
        if (file == null) return this;
        for (OrderPayment payment : entries("--payments", file, PaymentFile::read)) {
            if (payment.order() == null) {
                paymentsByNumber
                        .computeIfAbsent(payment.number(), n -> new ArrayList<>())
                        .add(payment.payment());
            } else {
                paymentsByOrder
                        .computeIfAbsent(payment.order(), o -> new ArrayList<>())
                        .add(payment.payment());
            }
        }
        return this;
    }

    /** Money for an order, found by channel and id, else by the number the customer sees or the id alone. */
    List<IncomingPayment> received(Order order) {
        List<IncomingPayment> byOrder = paymentsByOrder.get(order.key());
        if (byOrder != null) return byOrder;
        List<IncomingPayment> byNumber = paymentsByNumber.get(order.number());
        return byNumber == null ? paymentsByNumber.getOrDefault(order.key().externalId(), List.of()) : byNumber;
    }

    Recognition buyer(Order order) {
        if (customers == null) return Recognition.NEW;
        Order.Buyer buyer = order.buyer();
        return customers.recognise(new Buyer(
                order.key().channel() + ":" + order.key().externalId(),
                buyer.name(),
                buyer.company(),
                buyer.email(),
                buyer.phone(),
                order.country(),
                order.invoice().taxId(),
                order.placedAt()));
    }

    private static <T> List<T> entries(String option, String file, Function<byte[], Reading<T>> reader)
            throws Unusable {
        Path path = Path.of(file);
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new Unusable(option + " is '" + file + "', which is larger than 256 MB: leave out what is old");
            }
            Reading<T> reading = reader.apply(Files.readAllBytes(path));
            if (!reading.problems().isEmpty()) throw new Unusable(option + " is '" + file + "', " + told(reading));
            return reading.entries();
        } catch (IOException e) {
            throw new Unusable(option + " is '" + file + "', which cannot be read ("
                    + e.getClass().getSimpleName() + "): name a readable CSV or JSON file");
        }
    }

    private static String told(Reading<?> reading) {
        StringBuilder told = new StringBuilder("which has lines that cannot be used:");
        for (Problem problem : reading.problems().stream().limit(PROBLEMS_TOLD).toList()) {
            told.append(" line ")
                    .append(problem.line())
                    .append(", ")
                    .append(problem.field())
                    .append(" is '");
            told.append(problem.value()).append("' (").append(problem.kind()).append("; right is, for example, ");
            told.append(problem.example()).append(");");
        }
        return told.append(" correct them, see --help for the headings").toString();
    }
}
