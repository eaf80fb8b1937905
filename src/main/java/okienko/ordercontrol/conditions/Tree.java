package okienko.ordercontrol.conditions;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Going through CEL's expressions. */
final class Tree {

    private Tree() {}

    /** Shows an expression and all its parts. */
    static void walk(CelExpr whole, Consumer<CelExpr> visitor) {
        visitor.accept(whole);
        parts(whole).forEach(part -> walk(part, visitor));
    }

    /** What an expression is made of, in the order in which it is worked out. */
    static List<CelExpr> parts(CelExpr whole) {
        return switch (whole.getKind()) {
            case SELECT -> List.of(whole.select().operand());
            case CALL ->
                Stream.concat(whole.call().target().stream(), whole.call().args().stream())
                        .toList();
            case LIST -> whole.list().elements();
            case STRUCT ->
                whole.struct().entries().stream().map(entry -> entry.value()).toList();
            case MAP ->
                whole.map().entries().stream()
                        .flatMap(entry -> Stream.of(entry.key(), entry.value()))
                        .toList();
            case COMPREHENSION ->
                List.of(
                        whole.comprehension().iterRange(),
                        whole.comprehension().accuInit(),
                        whole.comprehension().loopCondition(),
                        whole.comprehension().loopStep(),
                        whole.comprehension().result());
            case CONSTANT, IDENT, NOT_SET -> List.of();
        };
    }

    static int depth(CelExpr whole) {
        return 1 + parts(whole).stream().mapToInt(Tree::depth).max().orElse(0);
    }

    /** How many loops run inside each other. */
    static int loops(CelExpr whole) {
        int inside = parts(whole).stream().mapToInt(Tree::loops).max().orElse(0);
        return whole.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION ? inside + 1 : inside;
    }

    /** Names with dots between them, {@code order.buyer.taxId}; empty when it is anything else. */
    static Optional<String> path(CelExpr expression) {
        return switch (expression.getKind()) {
            case IDENT -> Optional.of(expression.ident().name());
            case SELECT ->
                path(expression.select().operand())
                        .map(before -> before + "." + expression.select().field());
            default -> Optional.empty();
        };
    }
}
