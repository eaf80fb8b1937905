package okienko.payments.notifications;

import java.util.List;
import java.util.Optional;

/** Every provider there is. */
final class Providers {

    static final List<Provider> ALL = List.of(new PayU(), new Przelewy24(), new Tpay(), new Stripe());

    private Providers() {}

    /** The provider of that name, however written. */
    static Optional<Provider> named(String name) {
        return ALL.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
    }
}
