package okienko.shipping;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import okienko.reference.Column;
import okienko.reference.DataSet;
import okienko.reference.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The delivery services as a data set. */
@Component
class ServiceData implements DataSet<DeliveryService> {

    private static final Set<String> KINDS =
            Arrays.stream(DeliveryService.Kind.values()).map(Enum::name).collect(Collectors.toSet());

    private static final List<Column> COLUMNS = List.of(
            Column.required("code", "kod", "код"),
            Column.required("carrier", "przewoźnik", "kurier", "versender", "перевозчик", "куриер"),
            Column.optional("name", "nazwa", "название", "име"),
            Column.optional("kind", "rodzaj", "art", "вид"),
            Column.optional("pointPattern", "point pattern", "wzór punktu", "muster", "шаблон пункта"),
            Column.optional("mobileRequired", "mobile required", "wymaga komórki", "handy nötig", "нужен мобильный"),
            Column.optional("maxWeightGrams", "max weight grams", "maks. waga g", "höchstgewicht", "макс вес"),
            Column.optional("maxSize", "maxSizeMillimetres", "maks. wymiary", "höchstmaß", "макс размер"),
            Column.optional("names", "nazwy", "namen", "названия", "имена"));

    private static final DeliveryService BLANK =
            new DeliveryService("", "", "", DeliveryService.Kind.DOOR, "", false, null, List.of(), List.of());

    private final Shipping shipping;

    ServiceData(Shipping shipping) {
        this.shipping = shipping;
    }

    @Override
    public String name() {
        return "delivery-services";
    }

    @Override
    public String page() {
        return "/delivery-services";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public String key(Row row) {
        return row.text("code").toUpperCase(Locale.ROOT);
    }

    @Override
    public String key(DeliveryService service) {
        return service.code();
    }

    @Override
    public Map<String, DeliveryService> present(Collection<String> codes) {
        Map<String, DeliveryService> present = shipping.services().stream()
                .collect(Collectors.toMap(
                        DeliveryService::code, service -> service, (first, second) -> first, LinkedHashMap::new));
        present.keySet().retainAll(Set.copyOf(codes));
        return present;
    }

    @Override
    public int size() {
        return shipping.services().size();
    }

    @Override
    public DeliveryService read(Row row, @Nullable DeliveryService known, Mode mode) {
        DeliveryService before = known == null ? BLANK : known;
        String pattern = row.text("pointPattern", before.pointPattern());
        if (!compiles(pattern)) row.refuse("pointPattern", "pattern", "[A-Z]{3}[0-9]{2,4}");
        String kind = row.choice("kind", KINDS, before.kind().name());
        return new DeliveryService(
                row.required("code", "INPOST_LOCKER").toUpperCase(Locale.ROOT),
                row.required("carrier", "INPOST").toUpperCase(Locale.ROOT),
                row.text("name", before.name()),
                KINDS.contains(kind) ? DeliveryService.Kind.valueOf(kind) : DeliveryService.Kind.DOOR,
                pattern,
                row.yes("mobileRequired", before.mobileRequired()),
                row.has("maxWeightGrams") ? row.count("maxWeightGrams") : before.maxWeightGrams(),
                row.has("maxSize") ? size(row) : before.maxSize(),
                row.has("names") ? row.list("names") : before.names());
    }

    private static List<Integer> size(Row row) {
        String typed = row.text("maxSize");
        if (typed.isEmpty()) return List.of();
        List<String> sides = List.of(typed.toLowerCase(Locale.ROOT).split("[x×|* ]+", -1));
        if (sides.size() == 3 && sides.stream().allMatch(side -> side.matches("\\d{1,5}"))) {
            return sides.stream().map(Integer::valueOf).toList();
        }
        row.refuse("maxSize", "size3", "640x410x380");
        return List.of();
    }

    static boolean compiles(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    @Override
    public Map<String, Object> fields(DeliveryService service) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", service.code());
        fields.put("carrier", service.carrier());
        fields.put("name", service.name());
        fields.put("kind", service.kind().name());
        fields.put("pointPattern", service.pointPattern());
        fields.put("mobileRequired", service.mobileRequired());
        fields.put("maxWeightGrams", Objects.requireNonNullElse(service.maxWeightGrams(), ""));
        fields.put("maxSize", service.maxSize().stream().map(String::valueOf).collect(Collectors.joining("x")));
        fields.put("names", service.names());
        return fields;
    }

    @Override
    @Transactional
    public void apply(List<DeliveryService> services, Mode mode, String actor) {
        shipping.save(services);
    }

    @Override
    public List<DeliveryService> page(@Nullable String after, int limit) {
        return shipping.services().stream()
                .sorted(java.util.Comparator.comparing(DeliveryService::code))
                .filter(service -> after == null || service.code().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }
}
