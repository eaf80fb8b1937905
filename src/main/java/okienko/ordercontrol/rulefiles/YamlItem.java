package okienko.ordercontrol.rulefiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a file of rules. What is asked of it and cannot be given is noted as a problem, with the line.
 *
 * @param path from the rule down: {@code releases.scope.upTo}
 */
record YamlItem(Node node, String rule, String path, List<FileProblem> problems) {

    /** The same place, within a rule. */
    YamlItem of(String reason) {
        return new YamlItem(node, reason, "", problems);
    }

    /** Its fields; those that may not be here are problems and left out. */
    Map<String, YamlItem> fields(Set<String> allowed) {
        Map<String, YamlItem> fields = anyFields();
        fields.entrySet().removeIf(field -> {
            if (allowed.contains(field.getKey())) return false;
            field.getValue().wrong("unknownField", "allowed", String.join(", ", new TreeSet<>(allowed)));
            return true;
        });
        return fields;
    }

    /** Its fields, whatever they are called. */
    Map<String, YamlItem> anyFields() {
        Map<String, YamlItem> fields = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            wrong("notFields");
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            String at = path.isEmpty() ? name : path + "." + name;
            YamlItem field = new YamlItem(tuple.getValueNode(), rule, at, problems);
            if (fields.containsKey(name)) field.wrong("twice");
            else fields.put(name, field);
        }
        return fields;
    }

    /** Its items. */
    List<YamlItem> items() {
        List<YamlItem> items = new ArrayList<>();
        if (!(node instanceof SequenceNode sequence)) {
            wrong("notList");
            return items;
        }
        sequence.getValue().forEach(item -> items.add(new YamlItem(item, rule, path, problems)));
        return items;
    }

    /** Its text, without what surrounds it; empty, and a problem, when there is none. */
    Optional<String> text(int longest) {
        if (!(node instanceof ScalarNode scalar) || node.getTag().equals(Tag.NULL)) {
            wrong("notText");
            return Optional.empty();
        }
        String text = scalar.getValue().strip();
        if (text.length() > longest) {
            wrong("tooLong", "longest", longest);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** How far below its beginning a line of its text is; a block's text begins below its sign. */
    int linesBelow(int line) {
        boolean block = node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED);
        return block ? line : line - 1;
    }

    void wrong(String kind) {
        wrong(kind, Map.of());
    }

    void wrong(String kind, String name, Object argument) {
        wrong(kind, Map.of(name, argument));
    }

    void wrong(String kind, Map<String, Object> arguments) {
        wrong(kind, 0, arguments);
    }

    /** Wrong some lines below where it begins. */
    void wrong(String kind, int below, Map<String, Object> arguments) {
        problems.add(new FileProblem(line() + below, rule, path, value(), kind, arguments));
    }

    private int line() {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }

    private String value() {
        @Nullable String text = node instanceof ScalarNode scalar ? scalar.getValue() : null;
        return text == null ? "" : text;
    }
}
