package okienko.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import okienko.customers.Customer;
import okienko.customers.CustomerFlag;
import okienko.customers.Customers;
import okienko.reference.DataSet;
import okienko.stock.Article;
import okienko.stock.Stock;
import okienko.stock.StockLevel;
import okienko.vocabulary.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The demo shop's articles, stock and known customers. */
@Component
class DemoReference {

    /** Regulars below this number carry a flag or have refused parcels. */
    static final int FLAGGED = 40;

    /** Regulars from {@link #FLAGGED} to here have phones that others order under as well. */
    static final int SHARED_PHONES = 60;

    private static final int PLENTY = 1_000_000;
    private static final int REFUSED = 3;
    private static final String SOLD_OUT = "DEMO-2001";
    private static final String DUE_TOMORROW = "DEMO-2002";

    private final DataSet<Article> catalogue;
    private final DataSet<StockLevel> levels;
    private final DataSet<Customer> customers;
    private final Stock stock;
    private final Customers cards;
    private final Clock clock;

    DemoReference(
            DataSet<Article> catalogue,
            DataSet<StockLevel> levels,
            DataSet<Customer> customers,
            Stock stock,
            Customers cards,
            Clock clock) {
        this.catalogue = catalogue;
        this.levels = levels;
        this.customers = customers;
        this.stock = stock;
        this.cards = cards;
        this.clock = clock;
    }

    @Transactional
    public void load() {
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        catalogue.apply(Catalogue.all().stream().map(DemoReference::article).toList(), DataSet.Mode.SET, "demo");
        levels.apply(
                Catalogue.all().stream().map(entry -> level(entry, tomorrow)).toList(), DataSet.Mode.SET, "demo");
        customers.apply(regulars(), DataSet.Mode.SET, "demo");
    }

    @Transactional
    public void remove() {
        stock.removeDemo();
        cards.removeDemo();
    }

    static Article article(Catalogue.Entry entry) {
        return new Article(
                entry.sku(),
                entry.name(),
                new Money(entry.price(), "PLN"),
                entry.usualQuantity(),
                entry.weight(),
                new Article.Size(entry.length(), entry.width(), entry.height()),
                entry.sku().equals(SOLD_OUT) ? List.of("DEMO-1009") : List.of());
    }

    static StockLevel level(Catalogue.Entry entry, LocalDate tomorrow) {
        return switch (entry.sku()) {
            case SOLD_OUT -> new StockLevel(entry.sku(), 0, 0, null);
            case DUE_TOMORROW -> new StockLevel(entry.sku(), 0, PLENTY, tomorrow);
            default -> new StockLevel(entry.sku(), PLENTY, 0, null);
        };
    }

    static List<Customer> regulars() {
        Buyers buyers = new Buyers(DemoOrders.PEOPLE);
        return IntStream.range(0, SHARED_PHONES)
                .mapToObj(number -> regular(buyers.person(number, "PL"), number))
                .toList();
    }

    private static Customer regular(Buyers.Buyer buyer, int number) {
        CustomerFlag.Kind[] kinds = CustomerFlag.Kind.values();
        boolean refuses = number % (kinds.length + 1) == kinds.length;
        List<CustomerFlag> flags = number >= FLAGGED || refuses
                ? List.of()
                : List.of(new CustomerFlag(kinds[number % (kinds.length + 1)], "demo", null));
        return new Customer(
                Catalogue.SKU_PREFIX + "K" + number,
                buyer.name(),
                "",
                buyer.email(),
                buyer.phone(),
                "",
                1 + number % 7,
                number < FLAGGED && refuses ? REFUSED : 0,
                flags);
    }
}
