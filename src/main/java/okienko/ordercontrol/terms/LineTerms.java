package okienko.ordercontrol.terms;

import static okienko.ordercontrol.checks.Source.ORDER;
import static okienko.ordercontrol.checks.Source.STOCK;
import static okienko.ordercontrol.terms.Term.money;
import static okienko.ordercontrol.terms.Term.number;
import static okienko.ordercontrol.terms.Term.text;
import static okienko.ordercontrol.terms.Term.time;
import static okienko.ordercontrol.terms.Term.yesNo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import okienko.stock.Article;
import okienko.stock.Availability;
import org.jspecify.annotations.Nullable;

/** What a condition can ask about one line of the order. */
final class LineTerms {

    static final List<Term<OrderLine>> ALL = List.of(
            text(
                            "order.lines.sku",
                            ORDER,
                            (OrderLine on) -> Situation.given(on.line().sku()))
                    .mayLack(),
            text("order.lines.name", ORDER, on -> on.line().name()),
            number("order.lines.quantity", ORDER, on -> (long) on.line().quantity()),
            money(
                    "order.lines.unitPrice",
                    ORDER,
                    on -> on.situation().amount(on.line().unitPrice())),
            money(
                    "order.lines.amount",
                    ORDER,
                    on -> on.situation().amount(on.line().amount())),
            number("order.lines.available", STOCK, (OrderLine on) -> stock(on, free -> (long) free.free()))
                    .comesLater(),
            number("order.lines.missing", STOCK, LineTerms::missing).comesLater(),
            number("order.lines.due", STOCK, (OrderLine on) -> stock(on, due -> (long) due.dueQuantity()))
                    .comesLater(),
            time("order.lines.dueOn", STOCK, LineTerms::dueOn).mayLack().comesLater(),
            yesNo(
                            "order.lines.inCatalogue",
                            STOCK,
                            (OrderLine on) -> on.situation().facts().articles() == null
                                    ? NotKnown.YET
                                    : (Object) (article(on) != null))
                    .comesLater(),
            money(
                            "order.lines.cataloguePrice",
                            STOCK,
                            (OrderLine on) -> catalogue(
                                    on,
                                    article -> article.price() == null
                                            ? null
                                            : on.situation().amount(article.price())))
                    .mayLack()
                    .comesLater(),
            number(
                            "order.lines.usualQuantity",
                            STOCK,
                            (OrderLine on) -> catalogue(
                                    on,
                                    article -> article.usualQuantity() == null ? null : (long) article.usualQuantity()))
                    .mayLack()
                    .comesLater(),
            number(
                            "order.lines.weightGrams",
                            STOCK,
                            (OrderLine on) -> catalogue(
                                    on, article -> article.weightGrams() == null ? null : (long) article.weightGrams()))
                    .mayLack()
                    .comesLater());

    private static final Map<String, Term<OrderLine>> BY_NAME = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(term -> term.attribute().name(), Function.identity()));

    private LineTerms() {}

    static @Nullable Term<OrderLine> named(String field) {
        return BY_NAME.get(field);
    }

    private static Object stock(OrderLine on, Function<Availability, Object> value) {
        Map<String, Availability> stock = on.situation().facts().availability();
        return stock == null
                ? NotKnown.YET
                : value.apply(stock.getOrDefault(on.line().sku(), Availability.NONE));
    }

    private static Object missing(OrderLine on) {
        int[] missing = on.situation().missing();
        return missing == null ? NotKnown.YET : (Object) (long) missing[on.index()];
    }

    private static @Nullable Object dueOn(OrderLine on) {
        Map<String, Availability> stock = on.situation().facts().availability();
        if (stock == null) return NotKnown.YET;
        Availability available = stock.getOrDefault(on.line().sku(), Availability.NONE);
        return available.dueOn() == null ? null : on.situation().startOf(available.dueOn());
    }

    private static @Nullable Article article(OrderLine on) {
        Map<String, Article> articles = on.situation().facts().articles();
        return articles == null || on.line().sku().isBlank()
                ? null
                : articles.get(on.line().sku());
    }

    private static @Nullable Object catalogue(OrderLine on, Function<Article, @Nullable Object> value) {
        if (on.situation().facts().articles() == null) return NotKnown.YET;
        Article article = article(on);
        return article == null ? null : value.apply(article);
    }
}
