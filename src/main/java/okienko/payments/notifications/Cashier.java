package okienko.payments.notifications;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okienko.access.Audit;
import okienko.orders.Order;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.payments.IncomingPayment;
import okienko.payments.OrderNumbers;
import okienko.payments.OrderPayment;
import okienko.payments.Payments;
import okienko.payments.notifications.Notification.State;
import okienko.payments.notifications.Provider.Heard;
import okienko.vocabulary.Money;
import okienko.work.NewItem;
import okienko.work.WorkItem;
import okienko.work.WorkItems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Believes a notification or not, and books what it says: exactly the order's amount, or a person decides. */
@Component
class Cashier {

    private static final String QUEUE = "payments";

    private final Notifications notifications;
    private final Certificates surroundings;
    private final OrderNumbers numbers;
    private final Orders orders;
    private final Payments payments;
    private final WorkItems work;
    private final Audit audit;
    private final Clock clock;

    Cashier(
            Notifications notifications,
            Certificates surroundings,
            OrderNumbers numbers,
            Orders orders,
            Payments payments,
            WorkItems work,
            Audit audit,
            Clock clock) {
        this.notifications = notifications;
        this.surroundings = surroundings;
        this.numbers = numbers;
        this.orders = orders;
        this.payments = payments;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /** Checks and takes what was kept under that number. */
    @Transactional
    public Heard take(long id, Provider provider, Account account, Provider.Notice notice) {
        Heard heard = provider.read(notice, account, surroundings);
        switch (heard) {
            case Heard.Refused refused -> notifications.refuse(id, account.name(), refused.why());
            case Heard.Later later -> notifications.state(id, State.STORED, later.why(), null);
            case Heard.Ignored ignored -> {
                if (!notifications.repeated(id, account.name(), ignored.event())) notifications.ignore(id, ignored);
            }
            case Heard.Paid paid -> {
                if (notifications.repeated(id, account.name(), paid.event())) break;
                State state = provider.confirms() ? State.CONFIRMING : State.STORED;
                Notification noted = notifications.note(id, paid, state);
                if (!provider.confirms()) place(noted);
            }
        }
        return heard;
    }

    /** The provider has agreed: now the money counts. */
    @Transactional
    public void confirmed(Notification notification) {
        if (notifications.move(notification.id(), State.CONFIRMING, State.STORED, "", null)) place(notification);
    }

    /** The provider will not have it confirmed. */
    @Transactional
    public void givenUp(Notification notification, String why) {
        if (notifications.move(notification.id(), State.CONFIRMING, State.DEAD, why, null)) ask(notification);
    }

    private void place(Notification notification) {
        Money amount = Objects.requireNonNull(notification.amount());
        Optional<OrderKey> key = numbers.meant(notification.order());
        Optional<Order> order = key.flatMap(orders::find).map(stored -> stored.order());
        if (order.isEmpty()) {
            book(null, notification, amount, "");
            notifications.state(notification.id(), State.UNKNOWN_ORDER, "", null);
        } else if (!order.get().total().equals(amount)) {
            notifications.state(
                    notification.id(), State.MISMATCH, order.get().total().toString(), null);
            ask(notification);
        } else {
            book(order.get().key(), notification, amount, "");
            boolean wanted = order.get().status() == Order.Status.PLACED;
            notifications.state(notification.id(), wanted ? State.BOOKED : State.REFUND, "", null);
            if (!wanted) ask(notification);
        }
    }

    /** Puts it before a person. */
    private void ask(Notification notification) {
        work.open(
                List.of(new NewItem(WorkItem.PAYMENT, Long.toString(notification.id()), QUEUE, clock.instant(), null)));
    }

    /** A person says: the amount is right for this order all the same. */
    @Transactional
    public boolean bookAnyway(Notification notification, String agent) {
        Optional<OrderKey> key = numbers.meant(notification.order());
        Money amount = notification.amount();
        if (key.isEmpty() || amount == null) return false;
        if (!notifications.move(notification.id(), State.MISMATCH, State.BOOKED, "", agent)) return false;
        book(key.get(), notification, amount, "");
        close(notification, "notification.booked");
        return true;
    }

    /** A person has paid the money back, or settled it with the provider. */
    @Transactional
    public boolean settle(Notification notification, String agent) {
        if (!notification.state().waits()) return false;
        if (!notifications.move(
                notification.id(), notification.state(), State.SETTLED, notification.trouble(), agent)) {
            return false;
        }
        Money amount = notification.amount();
        if (notification.state() == State.REFUND && amount != null) {
            OrderKey key = numbers.meant(notification.order()).orElse(null);
            book(key, notification, new Money(-amount.minor(), amount.currency()), "-refund");
        }
        close(notification, "notification.settled");
        return true;
    }

    /** A person wants the confirmation tried again. */
    @Transactional
    public boolean repeat(Notification notification, String agent) {
        boolean again = notifications.move(notification.id(), State.DEAD, State.CONFIRMING, "", agent);
        if (again) close(notification, "notification.repeated");
        return again;
    }

    private void close(Notification notification, String action) {
        work.close(WorkItem.PAYMENT, List.of(Long.toString(notification.id())));
        String subject = "notification " + notification.id();
        audit.record(action, subject, Map.of("order", notification.order(), "payment", notification.payment()));
    }

    private void book(@Nullable OrderKey key, Notification notification, Money amount, String suffix) {
        String source = notification.provider().toLowerCase(Locale.ROOT) + " " + notification.account();
        var payment = new IncomingPayment(amount, notification.receivedAt(), source, notification.payment() + suffix);
        payments.book(List.of(new OrderPayment(key, notification.order(), payment)), source);
    }
}
