package okienko.ordercontrol.terms;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okienko.ordercontrol.checks.Source;
import org.jspecify.annotations.Nullable;

/**
 * An attribute and how it is read.
 *
 * @param <S> what it is read from: the whole situation, or one line of the order
 */
record Term<S>(Attribute attribute, Reading<S> reading) {

    /** Reads a value: null when the order does without it, {@link NotKnown#YET} when nobody knows yet. */
    @FunctionalInterface
    interface Reading<S> {
        @Nullable
        Object from(S subject);
    }

    static <S> Term<S> of(String path, ValueType type, Source source, Reading<S> reading) {
        return new Term<>(new Attribute(path, type, false, false, Set.of(source), List.of()), reading);
    }

    static <S> Term<S> text(String path, Source source, Reading<S> reading) {
        return of(path, ValueType.TEXT, source, reading);
    }

    static <S> Term<S> number(String path, Source source, Reading<S> reading) {
        return of(path, ValueType.NUMBER, source, reading);
    }

    static <S> Term<S> money(String path, Source source, Reading<S> reading) {
        return of(path, ValueType.MONEY, source, reading);
    }

    static <S> Term<S> yesNo(String path, Source source, Reading<S> reading) {
        return of(path, ValueType.YES_NO, source, reading);
    }

    static <S> Term<S> time(String path, Source source, Reading<S> reading) {
        return of(path, ValueType.TIME, source, reading);
    }

    /** An order may do without it. */
    Term<S> mayLack() {
        Attribute a = attribute;
        return with(new Attribute(a.path(), a.type(), true, a.comesLater(), a.sources(), a.choices()));
    }

    /** It may not be known yet. */
    Term<S> comesLater() {
        Attribute a = attribute;
        return with(new Attribute(a.path(), a.type(), a.mayLack(), true, a.sources(), a.choices()));
    }

    /** It is always one of these. */
    Term<S> among(List<String> choices) {
        Attribute a = attribute;
        return with(new Attribute(a.path(), a.type(), a.mayLack(), a.comesLater(), a.sources(), choices));
    }

    /** This can change it, too. */
    Term<S> changedBy(Source other) {
        Attribute a = attribute;
        Set<Source> sources = new HashSet<>(a.sources());
        sources.add(other);
        return with(new Attribute(a.path(), a.type(), a.mayLack(), a.comesLater(), sources, a.choices()));
    }

    private Term<S> with(Attribute changed) {
        return new Term<>(changed, reading);
    }
}
