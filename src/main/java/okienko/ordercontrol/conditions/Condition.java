package okienko.ordercontrol.conditions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.values.ErrorValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationListener;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okienko.ordercontrol.checks.Source;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Attributes;
import okienko.ordercontrol.terms.Functions;
import okienko.ordercontrol.terms.Situation;
import okienko.ordercontrol.terms.Trouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A condition that has been read and found right; the same for every order and every thread. */
public final class Condition {

    private static final Logger LOG = LoggerFactory.getLogger(Condition.class);

    /** CEL tells where in its message only. */
    private static final Pattern AT = Pattern.compile("^evaluation error at [^:]*:(\\d+):");

    private final String text;
    private final CelAbstractSyntaxTree tree;
    private final CelRuntime.Program program;
    private final Dependencies dependencies;

    Condition(String text, CelAbstractSyntaxTree tree, CelRuntime.Program program) {
        this.text = text;
        this.tree = tree;
        this.program = program;
        this.dependencies = Dependencies.of(tree);
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** The attributes it reads. While none of their values changes, its answer stays the same, time apart. */
    public Set<Attribute> reads() {
        return dependencies.attributes();
    }

    /** What can change its answer: when none of these has changed, it need not be asked again. */
    public Set<Source> sources() {
        return dependencies.sources();
    }

    /** What it says of an order. */
    public Answer evaluate(Situation situation) {
        Meter meter = new Meter();
        return run(situation, meter, meter);
    }

    /** The same, and how it came to it. */
    public Explanation explain(Situation situation) {
        Recorder recorder = new Recorder(tree);
        run(situation, recorder, recorder.meter());
        return new Explainer(tree).explain(recorder.whole());
    }

    /** As {@link #evaluate}, with somebody listening to each part. */
    private Answer run(Situation situation, CelEvaluationListener listener, Meter meter) {
        try {
            return answer(program.trace(situation::find, situation.functions(), listener));
        } catch (CelEvaluationException e) {
            return failed(e, meter.errors());
        } catch (Meter.Spent _) {
            return new Answer.Failed(Trouble.Kind.TOO_MUCH_WORK, Place.of(text, 0, text.length()));
        }
    }

    private static Answer answer(Object value) {
        return switch (value) {
            case Boolean yes -> yes ? Answer.TRUE : Answer.FALSE;
            case CelUnknownSet unknown -> new Answer.Unknown(needs(unknown));
            default -> throw new IllegalStateException("a condition answered " + value);
        };
    }

    static Set<Attribute> needs(CelUnknownSet unknown) {
        return unknown.attributes().stream()
                .map(needed -> Attributes.named(needed.toString()).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Answer failed(CelEvaluationException e, List<ErrorValue> handedOn) {
        Trouble.Kind outermost = kind(e);
        if (outermost != null) return new Answer.Failed(outermost, place(e));
        for (ErrorValue inner : handedOn.reversed()) {
            Trouble.Kind kind = kind(inner.value());
            if (kind != null) return new Answer.Failed(kind, place(inner));
        }
        LOG.error("The condition {} broke", text, e);
        return new Answer.Failed(Trouble.Kind.BROKEN, place(e));
    }

    private static Trouble.@Nullable Kind kind(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Trouble trouble) return trouble.kind();
            if (cause instanceof ArithmeticException) return Trouble.Kind.TOO_LARGE;
        }
        return null;
    }

    private Place place(CelEvaluationException e) {
        Matcher at = AT.matcher(String.valueOf(e.getMessage()));
        return at.find() ? new Wording(text).at(Integer.parseInt(at.group(1))) : Place.of(text, 0, text.length());
    }

    private Place place(ErrorValue handedOn) {
        Integer at = tree.getSource().getPositionsMap().get(handedOn.exprId());
        return at == null ? Place.of(text, 0, text.length()) : new Wording(text).at(at);
    }

    @Override
    public String toString() {
        return text;
    }

    /** What a condition's answer rests on. */
    private record Dependencies(Set<Attribute> attributes, Set<Source> sources) {

        Dependencies {
            attributes = Set.copyOf(attributes);
            sources = Set.copyOf(sources);
        }

        private static Dependencies of(CelAbstractSyntaxTree tree) {
            Set<Attribute> attributes = new LinkedHashSet<>();
            Set<Source> sources = EnumSet.noneOf(Source.class);
            for (CelReference reference : tree.getReferenceMap().values()) {
                Attributes.named(reference.name()).ifPresent(attributes::add);
                for (String overload : reference.overloadIds()) {
                    Functions.overload(overload).ifPresent(function -> sources.addAll(function.sources()));
                }
            }
            Tree.walk(tree.getExpr(), part -> {
                if (part.getKind() == CelExpr.ExprKind.Kind.SELECT) {
                    // the only values with fields are lines
                    Attributes.named("order.lines." + part.select().field()).ifPresent(attributes::add);
                }
            });
            attributes.forEach(attribute -> sources.addAll(attribute.sources()));
            return new Dependencies(attributes, sources);
        }
    }
}
