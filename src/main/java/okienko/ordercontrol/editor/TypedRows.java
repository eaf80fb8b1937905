package okienko.ordercontrol.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.forms.Form;
import okienko.ordercontrol.forms.Form.Group;
import okienko.ordercontrol.forms.Form.Join;
import okienko.ordercontrol.forms.Form.Row;
import okienko.ordercontrol.forms.Operator;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Attributes;

/**
 * The rows of a condition as fields of a web form: {@code c.n} parts of the outermost group, {@code c.0.field} of its
 * first row, {@code c.1.join} of a group within.
 */
final class TypedRows {

    /** What the names of the outermost group's fields begin with. */
    static final String ROOT = "c";

    /** What a new row asks at first. */
    static final Row FIRST = new Row("order.total", Operator.MORE, List.of());

    static final Group NEW = new Group(Join.ALL, List.of(FIRST));

    private final Map<String, String> form;

    TypedRows(Map<String, String> form) {
        this.form = form;
    }

    /** Whether the rows were on the page. */
    boolean shown() {
        return form.containsKey(ROOT + ".n");
    }

    Group read() {
        return group(ROOT, 1);
    }

    private Group group(String at, int depth) {
        List<Form> parts = new ArrayList<>();
        for (int i = 0; i < parts(at); i++) {
            String part = at + "." + i;
            if (!form.containsKey(part + ".n")) parts.add(row(part));
            else if (depth < Form.DEEPEST) parts.add(group(part, depth + 1));
        }
        boolean any = form.getOrDefault(at + ".join", "").equals(Join.ANY.name());
        return new Group(any ? Join.ANY : Join.ALL, parts);
    }

    private int parts(String at) {
        String typed = form.getOrDefault(at + ".n", "");
        return typed.matches("\\d{1,2}") ? Math.min(Integer.parseInt(typed), Form.MOST_ROWS) : 0;
    }

    /** A field that was chosen anew is compared in the way it is compared most. */
    private Row row(String at) {
        String field = form.getOrDefault(at + ".field", "");
        List<Operator> offered = Attributes.named(field)
                .map(Operator::of)
                .filter(of -> !of.isEmpty())
                .orElse(List.of(Operator.IS));
        Operator operator = offered.stream()
                .filter(each -> each.name().equals(form.get(at + ".operator")))
                .findFirst()
                .orElse(offered.getFirst());
        return new Row(field, operator, values(operator, form.getOrDefault(at + ".value", "")));
    }

    private static List<String> values(Operator operator, String typed) {
        if (typed.isBlank()) return List.of();
        return switch (operator.takes()) {
            case NONE -> List.of();
            case ONE -> List.of(typed.strip());
            case MANY ->
                Arrays.stream(typed.split(typed.contains(";") ? ";" : ",", -1))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
        };
    }

    /** The values as they are typed: parted by commas, or by semicolons where one has a comma in it. */
    static String typed(Row row) {
        boolean many = row.operator().takes() == Operator.Takes.MANY;
        if (!many || row.values().stream().noneMatch(value -> value.contains(","))) {
            return String.join(", ", row.values());
        }
        return String.join("; ", row.values()) + ";";
    }

    /**
     * The rows after a button was pressed.
     *
     * @param act {@code row c.1}: another row in that group; {@code group c}: a group in it; {@code drop c.0}: that part goes
     */
    static Group after(Group group, String act) {
        String[] words = act.split(" ", 2);
        if (words.length < 2 || !words[1].matches(ROOT + "(\\.\\d{1,2}){0,5}")) return group;
        List<Integer> path = Arrays.stream(words[1].split("\\.", -1))
                .skip(1)
                .map(Integer::parseInt)
                .toList();
        return switch (words[0]) {
            case "row" -> added(group, path, FIRST);
            case "group" ->
                path.size() + 1 < Form.DEEPEST ? added(group, path, new Group(other(group), List.of(FIRST))) : group;
            case "drop" -> dropped(group, path);
            default -> group;
        };
    }

    private static Join other(Group group) {
        return group.join() == Join.ALL ? Join.ANY : Join.ALL;
    }

    private static Group added(Group group, List<Integer> path, Form part) {
        List<Form> parts = new ArrayList<>(group.parts());
        if (path.isEmpty()) parts.add(part);
        else if (inside(group, path) instanceof Group inner) {
            parts.set(path.getFirst(), added(inner, path.subList(1, path.size()), part));
        }
        return new Group(group.join(), parts);
    }

    private static Group dropped(Group group, List<Integer> path) {
        if (path.isEmpty() || path.getFirst() >= group.parts().size()) return group;
        List<Form> parts = new ArrayList<>(group.parts());
        if (path.size() == 1) parts.remove((int) path.getFirst());
        else if (inside(group, path) instanceof Group inner) {
            parts.set(path.getFirst(), dropped(inner, path.subList(1, path.size())));
        }
        return new Group(group.join(), parts);
    }

    private static Form inside(Group group, List<Integer> path) {
        int at = path.getFirst();
        return at < group.parts().size() ? group.parts().get(at) : FIRST;
    }

    /** The attributes a row can ask about. */
    static List<Attribute> attributes() {
        List<Attribute> all = new ArrayList<>(Attributes.ALL);
        all.addAll(Attributes.OF_A_LINE);
        all.removeIf(attribute -> Operator.of(attribute).isEmpty());
        return all;
    }
}
