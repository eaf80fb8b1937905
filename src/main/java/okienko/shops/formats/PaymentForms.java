package okienko.shops.formats;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import okienko.orders.Order.PaymentForm;
import okienko.shops.ChannelSettings;

/**
 * Tells our form of payment from a channel's name for it. A name that is in no table stays unknown, and control holds the
 * order: to guess "paid" or "cash" would be worse.
 */
public final class PaymentForms {

    /** Names remembered; a shop has a dozen, so more are noise and are looked up each time. */
    private static final int MAX_REMEMBERED = 1_000;

    private static final List<Name> NAMES = names();
    private static final Map<String, PaymentForm> REMEMBERED = new ConcurrentHashMap<>();

    /** @param text a word or its beginning, led by a blank */
    private record Name(String text, PaymentForm form) {}

    /** Our form for the channel's name of one, as this channel means it or as is usual. */
    public static PaymentForm match(String channelForm, ChannelSettings settings) {
        PaymentForm own = settings.paymentForms().get(channelForm.strip().toLowerCase(Locale.ROOT));
        if (own != null) {
            return own;
        }
        PaymentForm known = REMEMBERED.get(channelForm);
        if (known != null) {
            return known;
        }
        PaymentForm found = look(channelForm);
        if (REMEMBERED.size() < MAX_REMEMBERED) {
            REMEMBERED.put(channelForm, found);
        }
        return found;
    }

    /** The first line of the table that occurs: "pobranie – karta" is on delivery, "przelewy24" no bank transfer. */
    private static PaymentForm look(String channelForm) {
        String text = plain(channelForm) + ' ';
        return NAMES.stream()
                .filter(name -> text.contains(name.text))
                .map(Name::form)
                .findFirst()
                .orElse(PaymentForm.UNKNOWN);
    }

    private static List<Name> names() {
        List<Name> names = new ArrayList<>();
        try (InputStream table = Objects.requireNonNull(PaymentForms.class.getResourceAsStream("payment_forms.csv"));
                CsvReader<de.siegmar.fastcsv.reader.CsvRecord> rows =
                        CsvReader.builder().ofCsvRecord(table, StandardCharsets.UTF_8)) {
            for (var row : rows) {
                String name = row.getField(1);
                // "cod$": the whole word; "pobran": any word that begins so
                String text = name.endsWith("$") ? plain(name.substring(0, name.length() - 1)) + ' ' : plain(name);
                names.add(new Name(text, PaymentForm.valueOf(row.getField(0))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(names);
    }

    /** Lower-case words without diacritics, each led by a blank. */
    static String plain(String text) {
        String folded = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('ł', 'l'), Normalizer.Form.NFD);
        return ' '
                + folded.replaceAll("\\p{M}+", "")
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip();
    }

    private PaymentForms() {}
}
