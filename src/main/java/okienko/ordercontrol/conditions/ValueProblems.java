package okienko.ordercontrol.conditions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okienko.ordercontrol.conditions.Problem.Suggestion;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Attributes;
import okienko.ordercontrol.terms.Function;
import okienko.ordercontrol.terms.Functions;

/**
 * Values that can never be: a form of payment nobody has, a country that is none, a pattern that is none. CEL would take
 * them, and the rule would never hold an order.
 */
final class ValueProblems {

    /** Letters of a code of a country or a currency. */
    private static final int CODE = 3;

    private static final int SHORT_LIST = 8;

    private static final CelType MIXED = ListType.create(SimpleType.DYN);

    /** What people write who do not look it up; the European Commission itself writes EL. */
    private static final Map<String, String> OTHER_CODES = Map.of("UK", "GB", "EL", "GR", "ZŁ", "PLN", "EU", "EUR");

    private final Wording wording;
    private final CelAbstractSyntaxTree tree;
    private final List<Problem> problems = new ArrayList<>();

    ValueProblems(Wording wording, CelAbstractSyntaxTree tree) {
        this.wording = wording;
        this.tree = tree;
    }

    List<Problem> all() {
        Tree.walk(tree.getExpr(), part -> {
            switch (part.getKind()) {
                case CALL -> call(part);
                case LIST -> list(part);
                case CONSTANT, IDENT, SELECT, STRUCT, MAP, COMPREHENSION, NOT_SET -> {}
            }
        });
        return problems;
    }

    /** CEL takes a list of anything where texts are asked for. */
    private void list(CelExpr part) {
        boolean mixed = tree.getType(part.id()).filter(MIXED::equals).isPresent();
        if (mixed && !part.list().elements().isEmpty()) problems.add(Problem.at(place(part), "mixedList"));
    }

    private void call(CelExpr part) {
        List<CelExpr> operands = Tree.parts(part);
        switch (part.call().function()) {
            case "_==_", "_!=_" -> {
                choice(operands.get(0), operands.get(1));
                choice(operands.get(1), operands.get(0));
            }
            case "@in" -> {
                choice(operands.get(0), operands.get(1));
                choice(operands.get(1), operands.get(0));
            }
            default -> literal(part, operands);
        }
    }

    /** A value that is compared with an attribute that can never be it. */
    private void choice(CelExpr asked, CelExpr compared) {
        Optional<Attribute> attribute =
                attribute(asked).filter(of -> !of.choices().isEmpty());
        if (attribute.isEmpty()) return;
        if (compared.getKind() == CelExpr.ExprKind.Kind.LIST) {
            compared.list().elements().forEach(element -> choice(attribute.get(), element));
        } else {
            choice(attribute.get(), compared);
        }
    }

    private void choice(Attribute attribute, CelExpr compared) {
        if (compared.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || compared.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            return;
        }
        String value = compared.constant().stringValue();
        boolean standsForNone = value.isEmpty() && attribute.mayLack();
        if (standsForNone || attribute.choices().contains(value)) return;
        Place place = place(compared);
        problems.add(Problem.at(place, "unknownChoice", Map.of("found", value, "name", attribute.path()))
                .suggesting(meant(value, attribute.choices()).stream()
                        .map(name -> new Suggestion(place, "\"" + name + "\""))
                        .toList()));
    }

    private static List<String> meant(String value, List<String> choices) {
        String code = value.toUpperCase(Locale.ROOT);
        if (code.length() <= CODE) {
            // among codes each is like many others
            return Stream.of(OTHER_CODES.getOrDefault(code, code))
                    .filter(choices::contains)
                    .toList();
        }
        List<String> nearest = Nearest.to(value, choices);
        // a short list is best shown whole
        return nearest.isEmpty() && choices.size() <= SHORT_LIST ? choices : nearest;
    }

    private void literal(CelExpr call, List<CelExpr> operands) {
        CelReference reference = tree.getReference(call.id()).orElse(null);
        if (reference == null || reference.overloadIds().size() != 1) return;
        Function.Literal literal = Functions.overload(reference.overloadIds().getFirst())
                .map(Function::literal)
                .orElse(null);
        if (literal == null) return;
        CelExpr argument = operands.get(literal.position());
        boolean written = argument.getKind() == CelExpr.ExprKind.Kind.CONSTANT;
        if (written && literal.accepts().test(value(argument.constant()))) return;
        problems.add(Problem.at(
                place(argument), "literal." + literal.word(), Map.of("found", wording.written(place(argument)))));
    }

    private static Object value(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> constant.stringValue();
            case INT64_VALUE -> constant.int64Value();
            default -> constant;
        };
    }

    /** The attribute an expression reads, with or without a value for where it is missing. */
    private static Optional<Attribute> attribute(CelExpr expression) {
        if (expression.getKind() == CelExpr.ExprKind.Kind.CALL
                && expression.call().function().equals("orValue")) {
            return expression.call().target().flatMap(ValueProblems::attribute);
        }
        return Tree.path(expression).flatMap(Attributes::named);
    }

    private Place place(CelExpr part) {
        return wording.at(tree.getSource().getPositionsMap().getOrDefault(part.id(), 0));
    }
}
