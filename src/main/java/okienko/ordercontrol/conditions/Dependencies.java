package okienko.ordercontrol.conditions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Attributes;
import okienko.ordercontrol.terms.Functions;
import okienko.ordercontrol.terms.Source;

/** What a condition's answer rests on. */
record Dependencies(Set<Attribute> attributes, Set<Source> sources) {

    Dependencies {
        attributes = Set.copyOf(attributes);
        sources = Set.copyOf(sources);
    }

    static Dependencies of(CelAbstractSyntaxTree tree) {
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
