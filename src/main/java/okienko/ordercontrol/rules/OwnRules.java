package okienko.ordercontrol.rules;

import static okienko.ordercontrol.schema.Tables.OWN_RULES;

import java.util.HashMap;
import java.util.Map;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.checks.FindingWords;
import okienko.vocabulary.Texts;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the shop's own rules are called, those that are gone included: orders are still held for them, and were. */
@Repository
class OwnRules {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final DSLContext db;

    OwnRules(DSLContext db) {
        this.db = db;
    }

    /** Teaches all names to who tells findings. */
    @EventListener(ApplicationStartedEvent.class)
    void learnAll() {
        Map<Reason.Custom, Texts> titles = new HashMap<>();
        db.selectFrom(OWN_RULES)
                .forEach(row -> titles.put(
                        new Reason.Custom(row.get(OWN_RULES.RULE)),
                        new Texts(JSON.readValue(row.get(OWN_RULES.TITLE).data(), TEXTS))));
        FindingWords.learn(titles);
    }

    /** Teaches the names of a rule set that is in force now. */
    void learn(RuleSet rules) {
        FindingWords.learn(rules.titles());
    }

    /** Writes the names of a rule set down. */
    void keep(RuleSet rules) {
        rules.titles().forEach((own, title) -> {
            JSONB json = JSONB.valueOf(JSON.writeValueAsString(title.byLanguage()));
            db.insertInto(OWN_RULES)
                    .set(OWN_RULES.RULE, own.rule())
                    .set(OWN_RULES.TITLE, json)
                    .onConflict(OWN_RULES.RULE)
                    .doUpdate()
                    .set(OWN_RULES.TITLE, json)
                    .execute();
        });
    }
}
