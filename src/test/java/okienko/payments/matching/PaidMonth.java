package okienko.payments.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import okienko.orders.OrderKey;
import okienko.payments.matching.MonthOfOrders.Buyer;
import okienko.payments.matching.MonthOfOrders.Ordered;
import okienko.vocabulary.Money;

/**
 * A made-up month: orders, the transfers that pay them, and the truth about each. It is written from what payers are known
 * to do and knows nothing of the matcher. Hard on purpose: prices are shared, numbers follow one another so that a slip
 * often hits another real order, surnames repeat, every tenth payer is somebody else.
 */
final class PaidMonth {

    /** One transfer, what it truly pays, and how it came about. */
    record Paid(Transfer transfer, Set<OrderKey> truth, Habit habit) {

        boolean matchable() {
            return habit.matchable;
        }
    }

    private static final Money NOTHING = Money.zero("PLN");

    final List<Ordered> orders;
    final List<Paid> transfers = new ArrayList<>();

    private final Random random;
    private final Titles titles;
    private final Vocabulary words;
    private final MonthOfOrders month;
    private final Set<OrderKey> taken = new HashSet<>();

    PaidMonth(long seed, int orderCount, int transferCount) {
        random = new Random(seed);
        words = new Vocabulary(random);
        titles = new Titles(random);
        month = new MonthOfOrders(random, words, orderCount);
        orders = month.orders;
        List<Ordered> shuffled = new ArrayList<>(orders);
        java.util.Collections.shuffle(shuffled, random);
        var next = shuffled.iterator();
        while (transfers.size() < transferCount) {
            Habit habit = habit();
            if (habit == Habit.NOISE) {
                noise();
                continue;
            }
            if (!next.hasNext()) break;
            Ordered order = next.next();
            if (taken.add(order.order().key())) pay(order, habit);
        }
        transfers.sort(Comparator.comparing(each -> each.transfer().on()));
    }

    /** Accounts that paid for a buyer before this month. */
    Stream<Ordered> paidBefore() {
        return orders.stream().filter(each -> each.buyer().paidBefore());
    }

    private Habit habit() {
        double total =
                Stream.of(Habit.values()).mapToDouble(each -> each.weight).sum();
        double at = random.nextDouble() * total;
        for (Habit habit : Habit.values()) {
            at -= habit.weight;
            if (at < 0) return habit;
        }
        return Habit.BARE;
    }

    private void pay(Ordered to, Habit habit) {
        String number = to.order().number();
        String name = to.buyer().party().name();
        Money due = to.order().total();
        switch (habit) {
            case BARE -> add(to, due, number, habit);
            case WORDED -> add(to, due, titles.worded(written(number), name), habit);
            case GLUED -> add(to, due, titles.glued(number, name), habit);
            case TORN -> add(to, due, titles.torn(number), habit);
            case CROWDED ->
                add(to, due, titles.crowded(number, name, due.amount().toPlainString()), habit);
            case MISTYPED -> own(to, due, titles.worded(titles.mistyped(number), name), habit);
            case SUM, SHORT_SUM -> sum(to, habit);
            case UNDERPAID -> add(to, less(due), titles.worded(number, name), habit);
            case OVERPAID -> add(to, more(due), titles.worded(number, name), habit);
            case INSTALMENTS -> instalments(to, due, number, name);
            case KNOWN_ACCOUNT -> knownAccount(to, due, name);
            case COLLECT -> collect(to, due);
            case HANDLE -> own(to, due, handle(to.buyer()), habit);
            case NAMELESS -> own(to, due, titles.nameless(name), habit);
            case WRONG_NUMBER -> {
                Ordered other = words.pick(orders);
                own(to, due, titles.worded(other.order().number(), name), habit);
            }
            case TWICE -> {
                add(to, due, number, Habit.BARE);
                add(to, due, titles.worded(number, name), habit, 3);
            }
            case NOISE -> {}
        }
    }

    private void instalments(Ordered to, Money due, String number, String name) {
        Money first = new Money(due.minor() / 200 * 100, "PLN");
        if (first.isZero()) {
            add(to, due, number, Habit.BARE);
            return;
        }
        own(to, first, titles.worded(number, name) + " cz. 1", Habit.INSTALMENTS);
        List<Paid> both = transfers;
        Paid one = both.getLast();
        Transfer second = transfer(
                due.minus(first),
                one.transfer().on().plusDays(2),
                titles.worded(number, name) + " reszta",
                one.transfer());
        both.add(new Paid(second, one.truth(), Habit.INSTALMENTS));
    }

    /** Only where nothing else of the buyer is open does the account alone say which order. */
    private void knownAccount(Ordered to, Money due, String name) {
        boolean alone =
                orders.stream().filter(each -> each.buyer().equals(to.buyer())).count() == 1;
        if (alone && to.buyer().paidBefore()) {
            own(to, due, titles.nameless(name), Habit.KNOWN_ACCOUNT);
        } else {
            add(to, due, to.order().number(), Habit.BARE);
        }
    }

    private void collect(Ordered to, Money due) {
        String digits = to.order().number().replaceAll("\\D", "");
        if (digits.length() != to.order().number().length()) {
            add(to, due, to.order().number(), Habit.BARE);
            return;
        }
        Transfer by = sender(to, due, "PRZELEW SRODKOW", true, 0);
        String id = "XX" + "0".repeat(12 - digits.length()) + digits;
        transfers.add(new Paid(
                new Transfer(due, by.on(), by.title(), by.payer(), by.account(), id), truth(to), Habit.COLLECT));
    }

    private void sum(Ordered first, Habit habit) {
        List<Ordered> all = new ArrayList<>(List.of(first));
        int from = orders.indexOf(first);
        int count = 2 + random.nextInt(2);
        for (int i = Math.max(0, from - 40); i < from && all.size() < count; i++) {
            Ordered each = orders.get(i);
            boolean fits =
                    each.order().key().channel().equals(first.order().key().channel());
            if (fits && random.nextInt(4) == 0 && taken.add(each.order().key())) all.add(each);
        }
        Money sum = all.stream().map(each -> each.order().total()).reduce(NOTHING, Money::plus);
        List<String> numbers = all.stream().map(each -> each.order().number()).toList();
        Transfer by = sender(first, sum, numbered(numbers, habit), false, 0);
        Set<OrderKey> truth = new HashSet<>();
        all.forEach(each -> truth.addAll(truth(each)));
        transfers.add(new Paid(by, truth, all.size() > 1 ? habit : Habit.WORDED));
    }

    private String numbered(List<String> numbers, Habit habit) {
        String first = numbers.getFirst();
        boolean figures = first.matches("\\d{5,}");
        if (habit == Habit.SHORT_SUM && figures) {
            StringBuilder title = new StringBuilder("zam. " + first);
            for (String other : numbers.subList(1, numbers.size())) {
                int same = 0;
                while (same < other.length() - 2 && other.charAt(same) == first.charAt(same)) same++;
                title.append('/').append(other.substring(same));
            }
            return title.toString();
        }
        String between = words.pick(List.of(", ", " i ", " + ", " oraz ", "; ", " "));
        return words.pick(List.of("zamówienia ", "zam. nr ", "", "za zamówienia nr ")) + String.join(between, numbers);
    }

    private void noise() {
        String digits = random.nextBoolean()
                ? Integer.toString(random.nextInt(900_000) + 1_000)
                : words.pick(orders).order().number().replaceAll("\\D", "");
        Buyer somebody = words.pick(orders).buyer();
        Money amount = random.nextInt(3) == 0
                ? words.pick(orders).order().total()
                : new Money(1_000 + random.nextInt(300_000), "PLN");
        LocalDate on = MonthOfOrders.FIRST.plusDays(random.nextInt(MonthOfOrders.DAYS));
        String payer = words.company(somebody.party());
        var transfer = new Transfer(amount, on, titles.asPrinted(titles.noise(digits)), payer, month.account(), "");
        transfers.add(new Paid(transfer, Set.of(), Habit.NOISE));
    }

    private void add(Ordered to, Money amount, String title, Habit habit) {
        add(to, amount, title, habit, 0);
    }

    private void add(Ordered to, Money amount, String title, Habit habit, int later) {
        transfers.add(new Paid(sender(to, amount, title, false, later), truth(to), habit));
    }

    private void own(Ordered to, Money amount, String title, Habit habit) {
        transfers.add(new Paid(sender(to, amount, title, true, 0), truth(to), habit));
    }

    private Transfer sender(Ordered to, Money amount, String title, boolean buyerPays, int later) {
        LocalDate on =
                MonthOfOrders.FIRST.plusDays(to.day() + 1L + (long) random.nextInt(3) * random.nextInt(3) + later);
        Payer payer = new Payer(random, words);
        boolean other = !buyerPays && random.nextInt(100) < 10;
        String account = other ? month.account() : to.buyer().account();
        String name = other
                ? payer.somebodyElse(to.buyer().party())
                : payer.themselves(to.buyer().party());
        return new Transfer(amount, on, titles.asPrinted(title), name, account, "");
    }

    private Transfer transfer(Money amount, LocalDate on, String title, Transfer same) {
        return new Transfer(amount, on, titles.asPrinted(title), same.payer(), same.account(), "");
    }

    private static Set<OrderKey> truth(Ordered order) {
        return Set.of(order.order().key());
    }

    private Money less(Money due) {
        return switch (random.nextInt(3)) {
            case 0 -> new Money(Math.max(100, due.minor() - 1299), "PLN");
            case 1 -> due.minus(new Money(1 + random.nextInt(90), "PLN"));
            default -> new Money(Math.max(100, due.minor() / 100 * 100 - 100), "PLN");
        };
    }

    private Money more(Money due) {
        return random.nextBoolean()
                ? new Money((due.minor() / 100 + 1) * 100, "PLN")
                : due.plus(new Money(1299, "PLN"));
    }

    /** People shorten the long numbers: 2026/10/00417 or 10/00417 for ZAM/2026/10/00417. */
    private String written(String number) {
        if (!number.startsWith("ZAM/")) return number;
        return switch (random.nextInt(4)) {
            case 0 -> number.substring(4);
            case 1 -> number.replace("/", "-");
            case 2 -> number.replace("/", " ");
            default -> number;
        };
    }

    private String handle(Buyer buyer) {
        return switch (random.nextInt(4)) {
            case 0 -> "allegro " + buyer.login();
            case 1 -> "login: " + buyer.login();
            case 2 -> buyer.mail();
            default -> "tel. " + buyer.phone();
        };
    }
}
