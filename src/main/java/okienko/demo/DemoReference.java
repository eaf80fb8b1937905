package okienko.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import okienko.customers.Customer;
import okienko.customers.CustomerFlag;
import okienko.customers.Customers;
import okienko.ordercontrol.ChannelRules;
import okienko.ordercontrol.ReasonCode;
import okienko.reference.DataSet;
import okienko.stock.Article;
import okienko.stock.Stock;
import okienko.stock.StockLevel;
import okienko.vocabulary.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the demo shop brings besides orders: articles, stock, known customers, and how its channels are controlled. */
@Component
class DemoReference {

    /** Pieces of each article, more or less: enough for weeks of pouring. */
    private static final int PLENTY = 20_000;

    private static final int REFUSED = 3;

    /** Where the channel that sells abroad is at home. */
    static final String HOME = "PL, " + String.join(", ", Draft.COUNTRIES);

    private static final String SOLD_OUT = "DEMO-2001";
    private static final String DUE_TOMORROW = "DEMO-2002";

    private static final String ACTOR = "demo";

    private final DataSet<Article> catalogue;
    private final DataSet<StockLevel> levels;
    private final DataSet<Customer> customers;
    private final Stock stock;
    private final Customers cards;
    private final ChannelRules rules;
    private final Clock clock;

    DemoReference(
            DataSet<Article> catalogue,
            DataSet<StockLevel> levels,
            DataSet<Customer> customers,
            Stock stock,
            Customers cards,
            ChannelRules rules,
            Clock clock) {
        this.catalogue = catalogue;
        this.levels = levels;
        this.customers = customers;
        this.stock = stock;
        this.cards = cards;
        this.rules = rules;
        this.clock = clock;
    }

    @Transactional
    public void load() {
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        catalogue.apply(Catalogue.all().stream().map(DemoReference::article).toList(), DataSet.Mode.SET, ACTOR);
        levels.apply(
                Catalogue.all().stream().map(entry -> level(entry, tomorrow)).toList(), DataSet.Mode.SET, ACTOR);
        customers.apply(regulars(), DataSet.Mode.SET, ACTOR);
        rules.set(ReasonCode.FOREIGN_ORDER, Draft.ABROAD, Map.of("home", HOME), ACTOR);
    }

    @Transactional
    public void remove() {
        stock.remove(Catalogue.all().stream().map(Catalogue.Entry::sku).toList());
        cards.withdraw(regulars().stream().map(Customer::reference).toList());
        rules.unset(ReasonCode.FOREIGN_ORDER, Draft.ABROAD, ACTOR);
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
            default ->
                new StockLevel(entry.sku(), PLENTY + Math.floorMod(entry.name().hashCode(), 5_000), 0, null);
        };
    }

    static List<Customer> regulars() {
        return IntStream.range(0, Buyers.REGULARS)
                .mapToObj(number -> regular(Buyers.person(number, "PL", "PL"), number))
                .toList();
    }

    private static Customer regular(Buyers.Buyer buyer, int number) {
        CustomerFlag.Kind[] kinds = CustomerFlag.Kind.values();
        boolean refuses = number % (kinds.length + 1) == kinds.length;
        List<CustomerFlag> flags = number >= Buyers.FLAGGED || refuses
                ? List.of()
                : List.of(new CustomerFlag(kinds[number % (kinds.length + 1)], "", null));
        return new Customer(
                Catalogue.SKU_PREFIX + "K" + number,
                buyer.name(),
                "",
                buyer.email(),
                buyer.phone(),
                "",
                1 + number % 7,
                number < Buyers.FLAGGED && refuses ? REFUSED : 0,
                flags);
    }
}
