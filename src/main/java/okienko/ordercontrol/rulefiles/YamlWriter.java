package okienko.ordercontrol.rulefiles;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes fields within fields as YAML that a person would have written so: the same fields always give the same text. */
final class YamlWriter {

    /** What needs no quotes though YAML takes it for more than text: whole numbers, days, on and off, true and false. */
    private static final Map<Pattern, Tag> PLAIN = Map.of(
            Pattern.compile("0|-?[1-9]\\d{0,17}"), Tag.INT,
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d"), Tag.TIMESTAMP,
            Pattern.compile("on|off|true|false"), Tag.BOOL);

    private YamlWriter() {}

    private static Node fields(Map<?, ?> fields) {
        List<NodeTuple> tuples = new ArrayList<>(fields.size());
        fields.forEach((name, value) -> tuples.add(new NodeTuple(text(name.toString(), false), node(value))));
        return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
    }

    private static Node node(Object value) {
        return switch (value) {
            case Map<?, ?> fields -> fields(fields);
            case Collection<?> list ->
                new SequenceNode(Tag.SEQ, list.stream().map(YamlWriter::node).toList(), style(list));
            default -> text(value.toString(), true);
        };
    }

    /** Words stand in one line, fields in lines of their own. */
    private static FlowStyle style(Collection<?> list) {
        return list.stream().anyMatch(Map.class::isInstance) ? FlowStyle.BLOCK : FlowStyle.FLOW;
    }

    private static ScalarNode text(String text, boolean value) {
        if (value) {
            for (var plain : PLAIN.entrySet()) {
                if (plain.getKey().matcher(text).matches()) {
                    return new ScalarNode(plain.getValue(), text, null, null, ScalarStyle.PLAIN);
                }
            }
        }
        ScalarStyle style = text.contains("\n") ? ScalarStyle.LITERAL : ScalarStyle.PLAIN;
        return new ScalarNode(Tag.STR, text, null, null, style);
    }

    /** The fields as lines, without a line break at the end. */
    static List<String> lines(Map<String, Object> fields) {
        DumperOptions options = new DumperOptions();
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        StringWriter text = new StringWriter();
        new Yaml(options).serialize(fields(fields), text);
        return text.toString().lines().toList();
    }
}
