package okienko.shipping;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** Finds the delivery service a channel means by the name of a delivery method. */
public final class DeliveryServices {

    /** Method names remembered; a shop has some dozens, so more are noise and are looked up each time. */
    private static final int MAX_REMEMBERED = 1_000;

    private static final DeliveryServices SHIPPED = new DeliveryServices(ShippingTables.services());

    private final List<Name> names;

    private final ConcurrentMap<String, Optional<DeliveryService>> remembered = new ConcurrentHashMap<>();

    private record Name(String text, DeliveryService service) {}

    public DeliveryServices(List<DeliveryService> services) {
        names = services.stream()
                .flatMap(service -> Stream.concat(Stream.of(service.code()), service.names().stream())
                        .map(name -> new Name(plain(name), service)))
                .toList();
    }

    /** The shipped service a delivery method means, by its code or by the longest of its names found in the text. */
    public static Optional<DeliveryService> match(String method) {
        return SHIPPED.find(method);
    }

    /** As {@link #match} among these services. */
    public Optional<DeliveryService> find(String method) {
        Optional<DeliveryService> known = remembered.get(method);
        if (known != null) return known;
        Optional<DeliveryService> found = look(method);
        if (remembered.size() < MAX_REMEMBERED) remembered.put(method, found);
        return found;
    }

    private Optional<DeliveryService> look(String method) {
        String text = ' ' + plain(method) + ' ';
        Name best = null;
        for (Name name : names) {
            boolean longer = best == null || name.text().length() > best.text().length();
            // whole words at the start: "ups" is in "UPS Standard", not in "groups"; endings are free: "Paczkomaty"
            if (longer && text.contains(' ' + name.text())) best = name;
        }
        return Optional.ofNullable(best).map(Name::service);
    }

    /** Lower case without diacritics and punctuation, since every shop writes "Odbiór w punkcie" in its own way. */
    private static String plain(String text) {
        String folded = Normalizer.normalize(text.replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFD);
        return folded.replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
