package okienko.ordercontrol.conditions;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelVarDecl;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Attributes;
import okienko.ordercontrol.terms.Functions;

/**
 * CEL as a shop speaks it: of CEL's own functions only its logic is kept, everything else is from the lists of terms, so
 * that nothing can be written that has no meaning for an order.
 */
final class Dialect {

    /** Longest condition. */
    static final int MOST_CHARACTERS = 4_000;

    /** Deepest nesting while it is parsed. */
    private static final int DEEPEST = 60;

    static final CelCompiler COMPILER;
    static final CelRuntime RUNTIME;

    static {
        CelOptions options = CelOptions.current()
                .maxExpressionCodePointSize(MOST_CHARACTERS)
                .maxParseRecursionDepth(DEEPEST)
                .maxParseErrorRecoveryLimit(1)
                .comprehensionMaxIterations(Meter.STEPS)
                .populateMacroCalls(true)
                .enableOptionalSyntax(false)
                .enableHeterogeneousNumericComparisons(true) // the planner insists; no such comparison is declared
                .build();
        COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .includeFunctions(
                                CelStandardDeclarations.StandardFunction.LOGICAL_AND,
                                CelStandardDeclarations.StandardFunction.LOGICAL_OR,
                                CelStandardDeclarations.StandardFunction.LOGICAL_NOT,
                                CelStandardDeclarations.StandardFunction.CONDITIONAL,
                                CelStandardDeclarations.StandardFunction.NOT_STRICTLY_FALSE)
                        .build())
                .setStandardMacros(CelStandardMacro.EXISTS, CelStandardMacro.ALL)
                .addMacros(
                        CelMacro.newReceiverMacro("count", 2, Dialect::count),
                        CelMacro.newReceiverMacro("sum", 2, Dialect::sum))
                .addVarDeclarations(Attributes.ALL.stream()
                        .map(attribute -> CelVarDecl.newVarDeclaration(attribute.path(), attribute.cel()))
                        .toList())
                .addFunctionDeclarations(functions())
                .setTypeProvider(new Lines())
                .setResultType(SimpleType.BOOL)
                .build();
        RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(options)
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .includeFunctions(
                                CelStandardFunctions.StandardFunction.LOGICAL_NOT,
                                CelStandardFunctions.StandardFunction.NOT_STRICTLY_FALSE)
                        .build())
                .addFunctionBindings(bindings())
                .addLateBoundFunctions(Functions.ALL.stream()
                        .filter(function -> function.looks())
                        .map(function -> function.name())
                        .distinct()
                        .toList())
                .build();
    }

    private Dialect() {}

    private static List<CelFunctionDecl> functions() {
        Map<String, List<CelOverloadDecl>> overloads = Functions.ALL.stream()
                .collect(Collectors.groupingBy(
                        function -> function.name(), Collectors.mapping(Dialect::declared, Collectors.toList())));
        return overloads.entrySet().stream()
                .map(entry -> CelFunctionDecl.newFunctionDeclaration(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static CelOverloadDecl declared(okienko.ordercontrol.terms.Function function) {
        return function.member()
                ? CelOverloadDecl.newMemberOverload(function.overload(), function.result(), function.parameters())
                : CelOverloadDecl.newGlobalOverload(function.overload(), function.result(), function.parameters());
    }

    private static List<CelFunctionBinding> bindings() {
        return Functions.ALL.stream()
                .filter(function -> !function.looks())
                .filter(function -> !function.name().equals("orValue")) // CEL's own, which skips the argument
                .map(function -> function.binding())
                .toList();
    }

    /** {@code lines.count(l, …)}: how many of them the condition is true for. */
    private static Optional<CelExpr> count(CelMacroExprFactory made, CelExpr lines, ImmutableList<CelExpr> arguments) {
        return named(made, arguments.get(0), variable -> {
            String counted = made.getAccumulatorVarName();
            CelExpr more =
                    made.newGlobalCall(Operator.ADD.getFunction(), made.newIdentifier(counted), made.newIntLiteral(1));
            CelExpr step = made.newGlobalCall(
                    Operator.CONDITIONAL.getFunction(), arguments.get(1), more, made.newIdentifier(counted));
            return made.fold(
                    variable,
                    lines,
                    counted,
                    made.newIntLiteral(0),
                    made.newBoolLiteral(true),
                    step,
                    made.newIdentifier(counted));
        });
    }

    /** {@code lines.sum(l, …)}: a number or money. */
    private static Optional<CelExpr> sum(CelMacroExprFactory made, CelExpr lines, ImmutableList<CelExpr> arguments) {
        return named(made, arguments.get(0), variable -> {
            String sum = made.getAccumulatorVarName();
            return made.fold(
                    variable,
                    lines,
                    sum,
                    made.newGlobalCall("@none"),
                    made.newBoolLiteral(true),
                    made.newGlobalCall("@add", made.newIdentifier(sum), arguments.get(1)),
                    made.newGlobalCall("@sum", made.newIdentifier(sum)));
        });
    }

    private static Optional<CelExpr> named(
            CelMacroExprFactory made, CelExpr name, Function<String, CelExpr> expansion) {
        return Optional.of(
                name.getKind() == CelExpr.ExprKind.Kind.IDENT
                        ? expansion.apply(name.ident().name())
                        : made.reportError("The argument must be a simple name"));
    }

    /** The one type with fields: a line of the order. */
    private static final class Lines implements CelTypeProvider {

        private static final Map<String, CelType> FIELDS =
                Attributes.OF_A_LINE.stream().collect(Collectors.toUnmodifiableMap(Attribute::name, Attribute::cel));

        private static final StructType LINE = StructType.create(
                "line", ImmutableSet.copyOf(FIELDS.keySet()), field -> Optional.ofNullable(FIELDS.get(field)));

        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.of(LINE);
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Stream.of(LINE)
                    .filter(type -> type.name().equals(name))
                    .<CelType>map(type -> type)
                    .findFirst();
        }
    }
}
