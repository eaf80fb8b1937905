package okienko.ordercontrol.conditions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelTypes;
import dev.cel.parser.CelUnparserFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okienko.ordercontrol.conditions.Problem.Suggestion;
import okienko.ordercontrol.terms.Function;
import okienko.ordercontrol.terms.Functions;
import okienko.payments.ExchangeRates;

/** Kinds of value that do not go together, as CEL's checker tells them, with the remedy where there is one. */
final class KindProblems {

    private static final Pattern OVERLOAD = Pattern.compile(
            "found no matching overload for '(.+)' applied to '(?:(.+)\\.)?\\((.*?)\\)'(?: \\(candidates.*)?",
            Pattern.DOTALL);
    private static final Pattern EXPECTED = Pattern.compile("expected type '(.+)' but found '(.+)'");
    private static final Pattern RANGE = Pattern.compile("expression of type '(.+)' cannot be .*");
    private static final Pattern FIELDS = Pattern.compile("type '(.+)' does not support field selection");

    private final Wording wording;
    private final CelAbstractSyntaxTree parsed;
    private final Map<Long, CelExpr> parts = new HashMap<>();

    KindProblems(Wording wording, CelAbstractSyntaxTree parsed) {
        this.wording = wording;
        this.parsed = parsed;
        Tree.walk(parsed.getExpr(), part -> parts.put(part.id(), part));
    }

    List<Problem> of(List<CelIssue> issues) {
        List<Problem> problems = new ArrayList<>();
        for (CelIssue issue : issues) {
            // what contains a mistake is of no kind, which is no second mistake
            if (!issue.getMessage().contains("*error*")) problems.add(problem(issue));
        }
        return problems.isEmpty() ? List.of(Problem.at(place(parsed.getExpr()), "notUnderstood")) : problems;
    }

    private Problem problem(CelIssue issue) {
        CelExpr part = parts.getOrDefault(issue.getExprId(), parsed.getExpr());
        Matcher overload = OVERLOAD.matcher(issue.getMessage());
        if (overload.matches()) {
            List<String> kinds = Stream.concat(Stream.ofNullable(overload.group(2)), split(overload.group(3)))
                    .toList();
            return mismatch(part, overload.group(1), kinds);
        }
        Matcher expected = EXPECTED.matcher(issue.getMessage());
        if (expected.matches() && expected.group(1).equals("bool")) {
            return Problem.at(place(part), "mustBeYesNo", Map.of("kind", kind(expected.group(2))));
        }
        Matcher range = RANGE.matcher(issue.getMessage());
        if (range.matches()) return Problem.at(place(part), "notALoop");
        Matcher fields = FIELDS.matcher(issue.getMessage());
        if (fields.matches()) return Problem.at(place(part), "noParts", Map.of("found", "…"));
        return Problem.at(place(part), "notUnderstood");
    }

    private Problem mismatch(CelExpr call, String function, List<String> kinds) {
        List<CelExpr> operands = Tree.parts(call);
        if (operands.size() != kinds.size()) return Problem.at(place(call), "notUnderstood");
        Optional<Problem> lacking = lacking(function, operands, kinds);
        if (lacking.isPresent()) return lacking.get();
        if (List.of("_&&_", "_||_", "!_", "_?_:_").contains(function)) return notYesNo(operands, kinds);
        if (Character.isLetter(function.charAt(0))) return arguments(call, function, operands, kinds);
        Optional<Problem> money = money(operands, kinds);
        if (money.isPresent()) return money.get();
        if (kinds.contains("double")) {
            return Problem.at(place(operands.get(kinds.indexOf("double"))), "wholeNumbersOnly");
        }
        return Problem.at(
                place(call),
                kinds.size() == 2 && !kinds.get(0).equals(kinds.get(1)) ? "differentKinds" : "noOperator",
                Map.of(
                        "left",
                        kind(kinds.getFirst()),
                        "right",
                        kind(kinds.getLast()),
                        "operator",
                        wording.written(place(call))));
    }

    /** A value an order may do without, used as if it were always there. */
    private Optional<Problem> lacking(String function, List<CelExpr> operands, List<String> kinds) {
        for (int i = 0; i < kinds.size(); i++) {
            if (!kinds.get(i).startsWith("optional_type(")) continue;
            CelExpr operand = operands.get(i);
            String name = unparsed(operand);
            Place place = span(operand);
            Map<String, Object> told = Map.of("found", name, "present", name + ".hasValue()");
            if (kinds.contains("null")) {
                String whole = (function.equals("_==_") ? "!" : "") + name + ".hasValue()";
                return Optional.of(Problem.at(place, "mayLack", told)
                        .suggesting(List.of(new Suggestion(place.to(span(operands.get(1 - i))), whole))));
            }
            if (kinds.get(i).equals("optional_type(bool)")) return Optional.of(Problem.at(place, "mayLack", told));
            return Optional.of(Problem.at(place, "mayLack", told)
                    .suggesting(List.of(new Suggestion(place, name + ".orValue(" + otherwise(kinds.get(i)) + ")"))));
        }
        return Optional.empty();
    }

    /** CEL's name of a kind as people say it. */
    private static Problem.Word kind(String cel) {
        String word = switch (cel) {
            case "string" -> "text";
            case "int" -> "number";
            case "money" -> "money";
            case "bool" -> "yesNo";
            case "google.protobuf.Timestamp" -> "time";
            case "double" -> "decimal";
            case "line" -> "line";
            default -> cel.startsWith("list(") ? "list" : "other";
        };
        return new Problem.Word("condition.kind." + word);
    }

    private static String otherwise(String optional) {
        return switch (optional) {
            case "optional_type(string)" -> "\"\"";
            case "optional_type(int)" -> "0";
            case "optional_type(money)" -> "pln(0)";
            default -> "now()";
        };
    }

    private Problem notYesNo(List<CelExpr> operands, List<String> kinds) {
        for (int i = 0; i < kinds.size(); i++) {
            if (!kinds.get(i).equals("bool")) {
                return Problem.at(place(operands.get(i)), "notYesNo", Map.of("kind", kind(kinds.get(i))));
            }
        }
        return Problem.at(place(operands.getFirst()), "notUnderstood");
    }

    /** Money compared with a bare number. */
    private Optional<Problem> money(List<CelExpr> operands, List<String> kinds) {
        if (!kinds.contains("money")) return Optional.empty();
        for (int i = 0; i < kinds.size(); i++) {
            CelExpr operand = operands.get(i);
            if (kinds.get(i).equals("money") || operand.getKind() != CelExpr.ExprKind.Kind.CONSTANT) continue;
            if (!List.of("int", "double", "string").contains(kinds.get(i))) continue;
            Place place = place(operand);
            String literal = amount(operand.constant(), wording.written(place));
            String remedy = ExchangeRates.HOME.toLowerCase(Locale.ROOT) + "(" + literal + ")";
            return Optional.of(Problem.at(place, "moneyNeedsCurrency", Map.of("found", wording.written(place)))
                    .suggesting(List.of(new Suggestion(place, remedy))));
        }
        return Optional.empty();
    }

    private static String amount(CelConstant constant, String written) {
        return switch (constant.getKind()) {
            case DOUBLE_VALUE ->
                constant.doubleValue() == Math.rint(constant.doubleValue()) && written.matches("\\d+\\.0*")
                        ? written.substring(0, written.indexOf('.'))
                        : "\"" + written + "\"";
            default -> written;
        };
    }

    private Problem arguments(CelExpr call, String function, List<CelExpr> operands, List<String> kinds) {
        if (kinds.contains("double") && isCurrency(function)) {
            Place place = place(operands.get(kinds.indexOf("double")));
            String quoted = "\"" + wording.written(place) + "\"";
            return Problem.at(place, "moneyDecimals").suggesting(List.of(new Suggestion(place, quoted)));
        }
        String forms = Functions.named(function).stream()
                .map(KindProblems::form)
                .distinct()
                .collect(Collectors.joining("; "));
        return Problem.at(place(call), "arguments", Map.of("found", function, "forms", forms));
    }

    private static boolean isCurrency(String function) {
        return Functions.currencies().stream()
                .anyMatch(code -> code.toLowerCase(Locale.ROOT).equals(function));
    }

    private static String form(Function function) {
        List<String> kinds = function.parameters().stream()
                .map(kind -> CelTypes.format(kind))
                .toList();
        return function.member()
                ? "(" + kinds.getFirst() + ")." + function.name() + "("
                        + String.join(", ", kinds.subList(1, kinds.size())) + ")"
                : function.name() + "(" + String.join(", ", kinds) + ")";
    }

    private static Stream<String> split(String kinds) {
        List<String> all = new ArrayList<>();
        int depth = 0;
        StringBuilder kind = new StringBuilder();
        for (int i = 0; i < kinds.length(); i++) {
            char c = kinds.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                all.add(kind.toString().strip());
                kind.setLength(0);
            } else {
                kind.append(c);
            }
        }
        if (!kind.isEmpty()) all.add(kind.toString().strip());
        return all.stream();
    }

    private String unparsed(CelExpr part) {
        return CelUnparserFactory.newUnparser().unparse(CelAbstractSyntaxTree.newParsedAst(part, parsed.getSource()));
    }

    private Place place(CelExpr part) {
        return wording.at(parsed.getSource().getPositionsMap().getOrDefault(part.id(), 0));
    }

    /** From the first name of a path to its last. */
    private Place span(CelExpr part) {
        CelExpr first = part;
        while (first.getKind() == CelExpr.ExprKind.Kind.SELECT)
            first = first.select().operand();
        return place(first).to(place(part));
    }
}
