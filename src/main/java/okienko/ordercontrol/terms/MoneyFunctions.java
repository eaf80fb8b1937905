package okienko.ordercontrol.terms;

import static okienko.ordercontrol.terms.Function.global;
import static okienko.ordercontrol.terms.Function.member;

import dev.cel.common.types.CelType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import okienko.vocabulary.Money;

/** Amounts written in a condition: {@code pln(15000)}, {@code eur("99.90")}; never a floating point. */
final class MoneyFunctions {

    private static final CelType TEXT = ValueType.TEXT.cel();
    private static final CelType NUMBER = ValueType.NUMBER.cel();
    private static final CelType MONEY = ValueType.MONEY.cel();

    /** Of the countries the shop sells to; any other currency is written with {@code money(…)}. */
    static final List<String> CURRENCIES =
            List.of("PLN", "EUR", "USD", "GBP", "CZK", "HUF", "RON", "BGN", "SEK", "DKK", "NOK", "CHF", "UAH");

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,4})?");

    static final List<Function> ALL = all();

    private MoneyFunctions() {}

    private static List<Function> all() {
        List<Function> all = new ArrayList<>();
        for (String currency : CURRENCIES) {
            String name = currency.toLowerCase(Locale.ROOT);
            all.add(global(name, MONEY, (_, a) -> whole((Long) a[0], currency), NUMBER)
                    .as("order.total > " + name + "(15000)"));
            all.add(global(name, MONEY, (_, a) -> decimal((String) a[0], currency), TEXT)
                    .writtenOut(0, "decimal", MoneyFunctions::isDecimal)
                    .as("order.total > " + name + "(\"199.90\")"));
        }
        all.add(global("money", MONEY, (_, a) -> decimal((String) a[0], (String) a[1]), TEXT, TEXT)
                .writtenOut(0, "decimal", MoneyFunctions::isDecimal)
                .as("order.total > money(\"199.90\", \"TRY\")"));
        all.add(member("percent", MONEY, (_, a) -> ((Amount) a[0]).percent((Long) a[1]), MONEY, NUMBER)
                .as("order.discount > order.goods.percent(30)"));
        return List.copyOf(all);
    }

    private static Amount whole(long units, String currency) {
        return Amount.written(Money.of(BigDecimal.valueOf(units), currency));
    }

    private static Amount decimal(String figure, String currency) {
        if (!isDecimal(figure) || !OrderTerms.CURRENCIES.contains(currency)) {
            throw new Trouble(Trouble.Kind.OUT_OF_RANGE);
        }
        return Amount.written(Money.of(figure, currency));
    }

    private static boolean isDecimal(Object figure) {
        return figure instanceof String text && DECIMAL.matcher(text).matches();
    }
}
