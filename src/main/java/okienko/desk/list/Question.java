package okienko.desk.list;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.OrderFilter;
import okienko.ordercontrol.OrderFilter.Sort;
import okienko.ordercontrol.OrderFilter.Sort.By;
import okienko.ordercontrol.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody asks of the list, as it stands in the address bar: {@code state=HELD&reason=UNPAID&older=4h}. What cannot
 * be understood is left out, so that an old bookmark still opens.
 *
 * @param values by parameter, in the order of {@link #PARAMETERS}; parameters nobody set are missing
 */
public record Question(Map<String, List<String>> values) {

    static final List<String> PARAMETERS =
            List.of("state", "reason", "channel", "queue", "older", "newer", "min", "max", "q", "sort");

    private static final Set<String> SINGLE = Set.of("older", "newer", "min", "max", "q", "sort");

    private static final Pattern AGE = Pattern.compile("(\\d{1,3})([mhd])");

    private static final int MOST_VALUES = 40;
    private static final int LONGEST_VALUE = 100;

    public Question {
        var kept = new LinkedHashMap<String, List<String>>();
        for (String parameter : PARAMETERS) {
            List<String> understood = values.getOrDefault(parameter, List.of()).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty() && value.length() <= LONGEST_VALUE && means(parameter, value))
                    .distinct()
                    .limit(SINGLE.contains(parameter) ? 1 : MOST_VALUES)
                    .toList();
            if (!understood.isEmpty()) kept.put(parameter, understood);
        }
        values = kept;
    }

    static Question of(MultiValueMap<String, String> parameters) {
        var values = new LinkedHashMap<String, List<String>>();
        // one parameter may carry several values: reason=UNPAID,UNDERPAID
        parameters.forEach((name, all) -> values.put(
                name,
                SINGLE.contains(name)
                        ? all
                        : all.stream()
                                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                                .toList()));
        return new Question(values);
    }

    /** Reads what {@link #query()} wrote, e.g. a saved view. */
    public static Question parse(String query) {
        var values = new LinkedHashMap<String, List<String>>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals <= 0) continue;
            values.computeIfAbsent(pair.substring(0, equals), name -> new ArrayList<>())
                    .add(java.net.URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return new Question(values);
    }

    private static boolean means(String parameter, String value) {
        return switch (parameter) {
            case "state" -> one(State.values(), value);
            case "reason" -> Reason.find(value).isPresent();
            case "sort" -> OrderFilter.Sort.read(value).isPresent();
            case "older", "newer" -> age(value) != null;
            case "min", "max" -> amount(value) != null;
            default -> true;
        };
    }

    private static boolean one(Enum<?>[] names, String value) {
        return Arrays.stream(names).anyMatch(name -> name.name().equals(value));
    }

    static @Nullable Duration age(String value) {
        Matcher matcher = AGE.matcher(value);
        if (!matcher.matches()) return null;
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static @Nullable BigDecimal amount(String value) {
        String plain = value.replace(',', '.').replaceAll("[\\s\u00a0]", "");
        return plain.matches("\\d{1,9}(\\.\\d{1,2})?") ? new BigDecimal(plain) : null;
    }

    /** The filter it means at this moment. */
    public OrderFilter filter(Instant now) {
        return filter(now, Instant.MIN);
    }

    /** The filter it means at this moment, of the orders received since another. */
    OrderFilter filter(Instant now, Instant since) {
        Instant from = has("newer") ? now.minus(age(one("newer"))) : Instant.MIN;
        Instant later = from.isAfter(since) ? from : since;
        return new OrderFilter(
                all("state").stream().map(State::valueOf).collect(toSet()),
                all("reason").stream().map(Reason::of).collect(toSet()),
                Set.copyOf(all("channel")),
                Set.copyOf(all("queue")),
                later.equals(Instant.MIN) ? null : later,
                has("older") ? now.minus(age(one("older"))) : null,
                has("min") ? amount(one("min")) : null,
                has("max") ? amount(one("max")) : null,
                one("q"),
                null);
    }

    /** The order asked for; open orders come oldest first, all others newest first. */
    public Sort sort() {
        return Sort.read(one("sort"))
                .orElse(
                        has("state") && Set.of("HELD", "PENDING").containsAll(all("state"))
                                ? Sort.OLDEST
                                : Sort.NEWEST);
    }

    public List<String> all(String parameter) {
        return values.getOrDefault(parameter, List.of());
    }

    public String one(String parameter) {
        return has(parameter) ? all(parameter).getFirst() : "";
    }

    public boolean has(String parameter) {
        return values.containsKey(parameter);
    }

    public boolean has(String parameter, String value) {
        return all(parameter).contains(value);
    }

    /** The same question with one parameter set to these values; none removes it. */
    public Question with(String parameter, String... others) {
        var changed = new LinkedHashMap<>(values);
        changed.put(parameter, List.of(others));
        return new Question(changed);
    }

    /** The same question without one value. */
    public Question without(String parameter, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(
                parameter,
                all(parameter).stream().filter(other -> !other.equals(value)).toList());
        return new Question(changed);
    }

    /** The same question with nothing asked but the state. */
    Question cleared() {
        return new Question(has("state") ? Map.of("state", all("state")) : Map.of());
    }

    /** The same question sorted by a column; sorted by it already, the other way round. */
    Question by(By column) {
        Sort now = sort();
        boolean down = now.by() == column ? !now.down() : column == By.AMOUNT;
        return with("sort", new Sort(column, down).text());
    }

    /** How a column is sorted, for {@code aria-sort}; null when the list goes by another. */
    @Nullable
    String sorted(By column) {
        Sort now = sort();
        if (now.by() != column) return null;
        // who was received last is youngest
        boolean down = column == By.RECEIVED ? !now.down() : now.down();
        return down ? "descending" : "ascending";
    }

    /** Whether orders with a deadline can be among what is asked for: only what waits has one. */
    boolean deadlines() {
        return !has("state") || has("state", State.WAITING.name());
    }

    /** Nothing is asked besides the state and the order: nothing a chip would show. */
    public boolean plain() {
        return values.keySet().stream().allMatch(Set.of("state", "sort")::contains);
    }

    /** The address after the question mark; empty when nothing is asked. */
    public String query() {
        return values.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> entry.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    /** The list's address. */
    public String address() {
        String query = query();
        return query.isEmpty() ? "/orders" : "/orders?" + query;
    }

    /** Whether two questions ask the same, whatever their order. */
    boolean same(Question other) {
        return query().toLowerCase(Locale.ROOT).equals(other.query().toLowerCase(Locale.ROOT));
    }
}
