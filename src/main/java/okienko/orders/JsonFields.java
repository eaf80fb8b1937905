package okienko.orders;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okienko.orders.UnreadableOrder.Problem;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one JSON object, read strictly: what is there and wrong is refused with its path, what is missing is
 * empty. A field that nobody asks for is ignored.
 */
public final class JsonFields {

    private final JsonNode object;
    private final String path;

    private JsonFields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /** The fields of a payload's outermost object. */
    public static JsonFields of(JsonNode json) {
        if (!json.isObject()) {
            throw new UnreadableOrder(Problem.NOT_AN_OBJECT, "order", json.toString());
        }
        return new JsonFields(json, "");
    }

    /** Whether nothing at all is given here. */
    public boolean isEmpty() {
        return object.isEmpty();
    }

    /** Whether the field is given and not null. */
    public boolean has(String name) {
        JsonNode node = node(name);
        return !node.isMissingNode() && !node.isNull();
    }

    /** The object in a field; one without fields when it is not given. */
    public JsonFields at(String name) {
        JsonNode node = node(name);
        if (node.isMissingNode() || node.isNull()) {
            return new JsonFields(MissingNode.getInstance(), path(name));
        }
        if (node.isArray() && node.isEmpty()) {
            return new JsonFields(MissingNode.getInstance(), path(name)); // PHP writes an empty object as []
        }
        if (!(node instanceof ObjectNode)) {
            throw refused(Problem.NOT_AN_OBJECT, name, node);
        }
        return new JsonFields(node, path(name));
    }

    /** The objects in a list; none when it is not given. */
    public List<JsonFields> list(String name) {
        JsonNode node = node(name);
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw refused(Problem.NOT_A_LIST, name, node);
        }
        List<JsonFields> items = new ArrayList<>(node.size());
        for (JsonNode item : node) {
            String itemPath = path(name) + "[" + items.size() + "]";
            if (!item.isObject()) {
                throw new UnreadableOrder(Problem.NOT_AN_OBJECT, itemPath, item.toString());
            }
            items.add(new JsonFields(item, itemPath));
        }
        return items;
    }

    /** The texts in a list; none when it is not given. */
    public List<String> texts(String name) {
        JsonNode node = node(name);
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> texts.add(storable(item.isString() ? item.stringValue() : item.toString())));
        }
        return texts;
    }

    /** The text of a field as it was typed; empty when it is not given. */
    public String text(String name) {
        JsonNode node = node(name);
        if (node.isString()) {
            return storable(node.stringValue());
        }
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (node.isNumber() || node.isBoolean()) {
            return node.asString();
        }
        throw refused(Problem.NOT_TEXT, name, node);
    }

    /** The text of a field in which anything may stand; empty when it holds no text. */
    public String plainText(String name) {
        JsonNode node = node(name);
        return node.isValueNode() && !node.isNull() ? storable(node.asString()) : "";
    }

    /** The text of a field that an order cannot do without. */
    public String required(String name) {
        String text = text(name).strip();
        if (text.isEmpty()) {
            throw missing(name);
        }
        return text;
    }

    /** Whether a field says yes; {@code otherwise} when it is not given. */
    public boolean yes(String name, boolean otherwise) {
        JsonNode node = node(name);
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        return switch (node.asString("").strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0", "" -> false;
            default -> throw refused(Problem.NOT_YES_OR_NO, name, node);
        };
    }

    /** An amount in the given currency; null when it is not given. May also be an object of amount and currency. */
    public @Nullable Money money(String name, String currency) {
        JsonNode node = node(name);
        if (node.isObject()) {
            JsonFields money = at(name);
            return money.money("amount", money.has("currency") ? money.currency("currency") : currency);
        }
        String text = text(name).strip();
        return text.isEmpty() ? null : Amounts.exact(text, currency, path(name));
    }

    /** An amount that may be left out and then is nothing. */
    public Money moneyOrZero(String name, String currency) {
        Money money = money(name, currency);
        return money == null ? Money.zero(currency) : plain(name, money, currency);
    }

    /** An amount that an order cannot do without. */
    public Money requiredMoney(String name, String currency) {
        Money money = money(name, currency);
        if (money == null) {
            throw missing(name);
        }
        return plain(name, money, currency);
    }

    /** The price of one piece, which shops give more finely than the currency: rounded half up to its smallest coin. */
    public Money unitPrice(String name, String currency) {
        JsonNode node = node(name);
        if (node.isObject()) {
            JsonFields money = at(name);
            return plain(
                    name,
                    money.unitPrice("amount", money.has("currency") ? money.currency("currency") : currency),
                    currency);
        }
        return plain(name, Amounts.rounded(required(name), currency, path(name)), currency);
    }

    /** A decimal figure; null when it is not given. */
    public @Nullable BigDecimal decimal(String name) {
        String text = text(name).strip();
        return text.isEmpty() ? null : Amounts.decimal(text, path(name));
    }

    /** A number of pieces. */
    public int quantity(String name) {
        return Amounts.quantity(required(name), path(name));
    }

    /** A point in time with its offset, ISO 8601; null when it is not given. */
    public @Nullable Instant time(String name) {
        String text = text(name).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new UnreadableOrder(Problem.NOT_A_TIME, path(name), text);
        }
    }

    /** A point in time that an order cannot do without. */
    public Instant requiredTime(String name) {
        Instant time = time(name);
        if (time == null) {
            throw missing(name);
        }
        return time;
    }

    /** An ISO 4217 code, which an order cannot do without. */
    public String currency(String name) {
        return Amounts.currency(required(name), path(name));
    }

    /** An ISO 3166 code, upper case; empty when it is not given. */
    public String country(String name) {
        return country(text(name), path(name));
    }

    /** An ISO 3166 code written as text. */
    public static String country(String text, String path) {
        String country = text.strip().toUpperCase(Locale.ROOT);
        if (country.isEmpty()) {
            return "";
        }
        if (country.length() != 2 || !Character.isLetter(country.charAt(0)) || !Character.isLetter(country.charAt(1))) {
            throw new UnreadableOrder(Problem.NOT_A_COUNTRY, path, text);
        }
        return switch (country) {
            case "UK" -> "GB"; // not ISO, but every second shop writes them
            case "EL" -> "GR";
            default -> country;
        };
    }

    /** Refuses the field as missing. */
    public UnreadableOrder missing(String name) {
        return new UnreadableOrder(Problem.MISSING, path(name), "");
    }

    /** Refuses the field for what stands in it. */
    public UnreadableOrder refused(Problem problem, String name) {
        return refused(problem, name, node(name));
    }

    private UnreadableOrder refused(Problem problem, String name, JsonNode node) {
        return new UnreadableOrder(problem, path(name), node.isString() ? node.stringValue() : node.toString());
    }

    /** What the customer is charged is in the order's one currency and not below zero. */
    private Money plain(String name, Money money, String currency) {
        if (!money.currency().equals(currency)) {
            throw refused(Problem.OTHER_CURRENCY, name);
        }
        if (money.minor() < 0) {
            throw refused(Problem.NEGATIVE, name);
        }
        return money;
    }

    private JsonNode node(String name) {
        return object.path(name);
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The same, and no longer than so many characters. */
    public static String storable(String text, int most) {
        return storable(text.substring(0, Math.min(text.length(), most)));
    }

    /** PostgreSQL stores neither NUL nor half a surrogate pair: the one is dropped, the other marked as unknown. */
    public static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                StringBuilder clean = new StringBuilder(text.length());
                text.codePoints()
                        .filter(point -> point != 0)
                        .map(point ->
                                point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                        .forEach(clean::appendCodePoint);
                return clean.toString();
            }
        }
        return text;
    }
}
