package okienko.ordercontrol.rules;

import static okienko.ordercontrol.schema.Tables.RULE_VERSIONS;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import okienko.ordercontrol.rules.RuleVersion.Origin;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Versions of the rule set as rows. */
final class VersionRows {

    private VersionRows() {}

    static RuleVersion version(int version, Instant at, Saving how, int orders) {
        return new RuleVersion(
                version,
                at.truncatedTo(ChronoUnit.MICROS),
                how.agent(),
                how.note(),
                how.origin(),
                how.openToo(),
                orders);
    }

    static void insert(DSLContext db, RuleVersion version, String rules) {
        db.insertInto(RULE_VERSIONS)
                .set(RULE_VERSIONS.VERSION, version.version())
                .set(RULE_VERSIONS.AT, version.at().atOffset(ZoneOffset.UTC))
                .set(RULE_VERSIONS.AGENT, version.agent())
                .set(RULE_VERSIONS.NOTE, version.note())
                .set(RULE_VERSIONS.ORIGIN, kind(version.origin()))
                .set(RULE_VERSIONS.ORIGIN_NAME, name(version.origin()))
                .set(RULE_VERSIONS.RULES, rules)
                .set(RULE_VERSIONS.OPEN_TOO, version.openToo())
                .set(RULE_VERSIONS.ORDERS, version.orders())
                .execute();
    }

    static RuleVersion read(Record row) {
        return new RuleVersion(
                row.get(RULE_VERSIONS.VERSION),
                row.get(RULE_VERSIONS.AT).toInstant(),
                row.get(RULE_VERSIONS.AGENT),
                row.get(RULE_VERSIONS.NOTE),
                origin(row.get(RULE_VERSIONS.ORIGIN), row.get(RULE_VERSIONS.ORIGIN_NAME)),
                row.get(RULE_VERSIONS.OPEN_TOO),
                row.get(RULE_VERSIONS.ORDERS));
    }

    private static String kind(Origin origin) {
        return switch (origin) {
            case Origin.Changed _ -> "CHANGED";
            case Origin.BroughtBack _ -> "BROUGHT_BACK";
            case Origin.Imported _ -> "IMPORTED";
            case Origin.Chosen _ -> "CHOSEN";
        };
    }

    private static String name(Origin origin) {
        return switch (origin) {
            case Origin.Changed _ -> "";
            case Origin.BroughtBack(int version) -> Integer.toString(version);
            case Origin.Imported(String file) -> file;
            case Origin.Chosen(String starter) -> starter;
        };
    }

    private static Origin origin(String kind, String name) {
        return switch (kind) {
            case "CHANGED" -> new Origin.Changed();
            case "BROUGHT_BACK" -> new Origin.BroughtBack(Integer.parseInt(name));
            case "IMPORTED" -> new Origin.Imported(name);
            case "CHOSEN" -> new Origin.Chosen(name);
            default -> throw new IllegalStateException("a version cannot come from " + kind);
        };
    }
}
