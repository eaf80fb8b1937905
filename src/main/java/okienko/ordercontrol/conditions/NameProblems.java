package okienko.ordercontrol.conditions;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okienko.ordercontrol.conditions.Problem.Suggestion;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Attributes;
import okienko.ordercontrol.terms.Function;
import okienko.ordercontrol.terms.Functions;

/** Names that do not exist, and parts of CEL that are not offered. CEL says only that it does not know the first word. */
final class NameProblems {

    private static final List<String> LINE_NAMES =
            Attributes.OF_A_LINE.stream().map(Attribute::name).toList();

    private static final List<String> PATHS =
            Attributes.ALL.stream().map(Attribute::path).toList();

    private static final List<String> FUNCTIONS = Stream.concat(
                    Functions.ALL.stream().filter(Function::named).map(Function::name), Functions.OVER_LINES.stream())
            .distinct()
            .toList();

    private final Wording wording;
    private final CelAbstractSyntaxTree parsed;
    private final ImmutableMap<Long, Integer> positions;
    private final List<Problem> problems = new ArrayList<>();

    NameProblems(Wording wording, CelAbstractSyntaxTree parsed) {
        this.wording = wording;
        this.parsed = parsed;
        this.positions = parsed.getSource().getPositionsMap();
    }

    List<Problem> all() {
        look(parsed.getExpr(), Map.of());
        return problems;
    }

    /**
     * Looks at an expression and its parts.
     *
     * @param locals the names of loops around it, and whether they stand for a line
     */
    private void look(CelExpr part, Map<String, Boolean> locals) {
        switch (part.getKind()) {
            case IDENT, SELECT -> name(part, locals);
            case CALL -> call(part, locals);
            case COMPREHENSION -> loop(part.comprehension(), locals);
            case LIST -> part.list().elements().forEach(element -> look(element, locals));
            case CONSTANT -> constant(part);
            case STRUCT, MAP, NOT_SET -> notOffered(part);
        }
    }

    private void constant(CelExpr part) {
        CelConstant.Kind kind = part.constant().getKind();
        if (kind == CelConstant.Kind.BYTES_VALUE || kind == CelConstant.Kind.UINT64_VALUE) notOffered(part);
    }

    private void notOffered(CelExpr part) {
        Place place = place(part);
        problems.add(Problem.at(place, "notOffered", Map.of("found", wording.written(place))));
    }

    private void loop(CelExpr.CelComprehension loop, Map<String, Boolean> locals) {
        look(loop.iterRange(), locals);
        boolean overLines =
                Tree.path(loop.iterRange()).filter("order.lines"::equals).isPresent();
        Map<String, Boolean> inside = new HashMap<>(locals);
        inside.put(loop.iterVar(), overLines);
        Stream.of(loop.accuInit(), loop.loopCondition(), loop.loopStep(), loop.result())
                .forEach(part -> look(part, inside));
    }

    private void call(CelExpr part, Map<String, Boolean> locals) {
        CelExpr.CelCall call = part.call();
        if (call.function().equals("_[_]")) {
            notOffered(part);
            return;
        }
        boolean written = Character.isLetter(call.function().charAt(0));
        String qualified = call.target()
                .flatMap(Tree::path)
                .map(before -> before + "." + call.function())
                .orElse(call.function());
        if (written && !Functions.named(qualified).isEmpty()) {
            call.args().forEach(argument -> look(argument, locals));
            return;
        }
        if (written && Functions.named(call.function()).isEmpty()) {
            unknownFunction(part, qualified);
            return; // what it would have done with its arguments is anybody's guess
        }
        call.target().ifPresent(target -> look(target, locals));
        call.args().forEach(argument -> look(argument, locals));
    }

    private void unknownFunction(CelExpr part, String qualified) {
        Place place = place(part);
        String name = part.call().function();
        if (name.equals("has")) {
            problems.add(Problem.at(place, "has"));
            return;
        }
        if (Functions.OVER_LINES.contains(name)) {
            problems.add(Problem.at(place, "loop", Map.of("found", name)));
            return;
        }
        List<Suggestion> meant = Nearest.to(name, FUNCTIONS).stream()
                .filter(candidate -> candidate.indexOf('.') < 0 || qualified.indexOf('.') > 0)
                .map(candidate -> new Suggestion(place, candidate.substring(candidate.indexOf('.') + 1)))
                .toList();
        problems.add(Problem.at(place, "unknownFunction", Map.of("found", name)).suggesting(meant));
    }

    private void name(CelExpr part, Map<String, Boolean> locals) {
        List<CelExpr> chain = chain(part);
        CelExpr root = chain.getFirst();
        if (root.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            look(root, locals);
            return;
        }
        String first = root.ident().name();
        if (first.startsWith("@")) return; // CEL's own, of a loop
        if (locals.containsKey(first)) {
            if (locals.get(first) && chain.size() > 1) field(chain.get(1));
            return;
        }
        path(chain);
    }

    private void field(CelExpr select) {
        String field = select.select().field();
        if (LINE_NAMES.contains(field)) return;
        Place place = place(select);
        problems.add(Problem.at(place, "unknownLineAttribute", Map.of("found", field))
                .suggesting(Nearest.to(field, LINE_NAMES).stream()
                        .map(name -> new Suggestion(place, name))
                        .toList()));
    }

    private void path(List<CelExpr> chain) {
        String path = Tree.path(chain.getLast()).orElseThrow();
        if (PATHS.contains(path)) return;
        Place whole = place(chain.getFirst()).to(place(chain.getLast()));
        if (Attributes.named(path).isPresent()) {
            String name = path.substring(path.lastIndexOf('.') + 1);
            String remedy = "order.lines.exists(l, l." + name + " …)";
            problems.add(Problem.at(whole, "lineAttribute", Map.of("found", path, "remedy", remedy)));
            return;
        }
        if (Attributes.isGroup(path)) {
            problems.add(Problem.at(whole, "group", Map.of("found", path)));
            return;
        }
        for (CelExpr part : chain) {
            String so = Tree.path(part).orElseThrow();
            if (PATHS.contains(so)) {
                CelExpr next = chain.get(chain.indexOf(part) + 1);
                problems.add(Problem.at(place(next), "noParts", Map.of("found", so)));
                return;
            }
            if (!Attributes.isGroup(so)) {
                unknown(part, path, whole);
                return;
            }
        }
    }

    private void unknown(CelExpr wrong, String path, Place whole) {
        problems.add(Problem.at(place(wrong), "unknownAttribute", Map.of("found", path))
                .suggesting(Nearest.to(path, PATHS).stream()
                        .map(name -> new Suggestion(whole, name))
                        .toList()));
    }

    /** From the first name to the last select. */
    private static List<CelExpr> chain(CelExpr part) {
        List<CelExpr> chain = new ArrayList<>();
        CelExpr at = part;
        chain.add(at);
        while (at.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            at = at.select().operand();
            chain.addFirst(at);
        }
        return chain;
    }

    private Place place(CelExpr part) {
        return wording.at(positions.getOrDefault(part.id(), 0));
    }
}
