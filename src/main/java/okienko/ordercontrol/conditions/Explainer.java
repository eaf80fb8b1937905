package okienko.ordercontrol.conditions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelUnknownSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okienko.ordercontrol.conditions.Explanation.State;
import okienko.ordercontrol.conditions.Recorder.Round;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Attributes;
import org.jspecify.annotations.Nullable;

/** Puts what was noted while a condition ran to the parts of the condition as they are written. */
final class Explainer {

    /** Lines of an order shown; after these a reader has understood. */
    private static final int MOST_ROUNDS = 20;

    private final CelAbstractSyntaxTree tree;

    Explainer(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    Explanation explain(Round noted) {
        return explain(tree.getExpr(), noted);
    }

    private Explanation explain(CelExpr part, Round noted) {
        return switch (part.getKind()) {
            case IDENT, SELECT -> told(part, "attribute", noted, List.of());
            case COMPREHENSION -> loop(part, noted);
            case CALL -> call(part, noted);
            case CONSTANT, LIST, STRUCT, MAP, NOT_SET -> told(part, "value", noted, List.of());
        };
    }

    private Explanation call(CelExpr part, Round noted) {
        String function = part.call().function();
        String form = Operator.findReverse(function).map(Explainer::symbol).orElse(function);
        Stream<CelExpr> operands =
                form.equals("&&") || form.equals("||") ? flat(part, function) : Tree.parts(part).stream();
        List<Explanation> parts =
                operands.map(operand -> explain(operand, noted)).toList();
        boolean literal = parts.stream().allMatch(operand -> operand.form().equals("value"));
        // pln(15000) is as good as a value
        return told(part, literal && !parts.isEmpty() && !isLogic(form) ? "value" : form, noted, parts);
    }

    private static boolean isLogic(String form) {
        return !Character.isLetter(form.charAt(0)) || form.equals("in");
    }

    private static String symbol(Operator operator) {
        return switch (operator) {
            case LOGICAL_AND -> "&&";
            case LOGICAL_OR -> "||";
            case LOGICAL_NOT -> "!";
            case EQUALS -> "==";
            case NOT_EQUALS -> "!=";
            case LESS -> "<";
            case LESS_EQUALS -> "<=";
            case GREATER -> ">";
            case GREATER_EQUALS -> ">=";
            case ADD -> "+";
            case SUBTRACT, NEGATE -> "-";
            case MULTIPLY -> "*";
            case DIVIDE -> "/";
            case MODULO -> "%";
            case IN -> "in";
            case CONDITIONAL -> "?";
            default -> operator.getFunction();
        };
    }

    /** CEL reads a && b && c as two pairs; people do not. */
    private static Stream<CelExpr> flat(CelExpr part, String function) {
        boolean same = part.getKind() == CelExpr.ExprKind.Kind.CALL
                && part.call().function().equals(function);
        return same ? part.call().args().stream().flatMap(operand -> flat(operand, function)) : Stream.of(part);
    }

    private Explanation loop(CelExpr part, Round noted) {
        CelExpr body = Recorder.body(tree, part);
        List<Explanation> rounds = noted.rounds().getOrDefault(part.id(), List.of()).stream()
                .limit(MOST_ROUNDS)
                .map(round -> explain(body, round))
                .toList();
        return told(part, Recorder.name(tree, part), noted, rounds);
    }

    private Explanation told(CelExpr part, String form, Round noted, List<Explanation> parts) {
        Object value = noted.values().get(part.id());
        State state = value instanceof CelUnknownSet ? State.UNKNOWN : value != null ? State.KNOWN : unseen(parts);
        return new Explanation(
                unparsed(part), form, attribute(part), state, state == State.KNOWN ? plain(value) : null, parts);
    }

    /** CEL tells of what came to a value. A part without one whose own parts were looked at is where it failed. */
    private static State unseen(List<Explanation> parts) {
        return parts.stream().allMatch(part -> part.state() == State.NOT_LOOKED_AT)
                ? State.NOT_LOOKED_AT
                : State.FAILED;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
    }

    private static @Nullable Attribute attribute(CelExpr part) {
        return switch (part.getKind()) {
            case IDENT -> Attributes.named(part.ident().name()).orElse(null);
            case SELECT ->
                Attributes.named("order.lines." + part.select().field()).orElse(null);
            default -> null;
        };
    }

    private String unparsed(CelExpr part) {
        return CelUnparserFactory.newUnparser().unparse(CelAbstractSyntaxTree.newParsedAst(part, tree.getSource()));
    }
}
