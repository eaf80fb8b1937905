package okienko.ordercontrol.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import okienko.OfficeTest;
import okienko.World;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.rulefiles.RuleFile;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Settings made before the rules had versions of the whole, carried over by the migration. */
@OfficeTest
class RuleMigrationTest {

    @Autowired
    DSLContext office;

    @Autowired
    HikariDataSource server;

    @Autowired
    World world;

    @Test
    void everyEarlierChangeBecomesAVersionOfAllRules() {
        String name = world.unique("upgrade").replace('-', '_');
        office.execute("create database " + name);
        String url = server.getJdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
        try (var connection = DSL.using(url, server.getUsername(), server.getPassword())) {
            migrate(url, "4");
            changes(connection);
            migrate(url, "5");
            Setting shadow = new Setting(Mode.SHADOW, Map.of());
            Setting two = new Setting(Mode.ON, Map.of("onlineWithin", "PT2H"));
            List<RuleSet> versions = connection
                    .fetch("select rules from ordercontrol.rule_versions order by version")
                    .map(row -> RuleFile.stored(row.get(0, String.class)));
            assertThat(versions).hasSize(4);
            assertThat(versions.get(0).settings(ReasonCode.UNPAID)).isEqualTo(Map.of("*", shadow));
            assertThat(versions.get(1).settings(ReasonCode.UNPAID)).isEqualTo(Map.of("*", shadow, "shop: \"1\"", two));
            assertThat(versions.get(2).settings(ReasonCode.EMAIL_INVALID))
                    .isEqualTo(Map.of("*", new Setting(Mode.OFF, Map.of("alsoFine", "a.example, b.example"))));
            assertThat(versions.get(3).settings(ReasonCode.UNPAID)).isEqualTo(Map.of("shop: \"1\"", two));
            assertThat(versions.get(3).rules()).hasSize(2);
        } finally {
            office.execute("drop database " + name + " with (force)");
        }
    }

    private static void changes(DSLContext db) {
        change(db, 1, "UNPAID", "*", "null", "'{\"mode\":\"SHADOW\",\"parameters\":{}}'");
        change(
                db,
                2,
                "UNPAID",
                "shop: \"1\"",
                "null",
                "'{\"mode\":\"ON\",\"parameters\":{\"onlineWithin\":\"PT2H\"}}'");
        change(
                db,
                3,
                "EMAIL_INVALID",
                "*",
                "null",
                "'{\"mode\":\"OFF\",\"parameters\":{\"alsoFine\":\"a.example, b.example\"}}'");
        change(db, 4, "UNPAID", "*", "'{\"mode\":\"SHADOW\",\"parameters\":{}}'", "null");
        db.execute("insert into ordercontrol.rule_settings values"
                + " ('UNPAID', 'shop: \"1\"', 'ON', '{\"onlineWithin\":\"PT2H\"}'),"
                + " ('EMAIL_INVALID', '*', 'OFF', '{\"alsoFine\":\"a.example, b.example\"}')");
    }

    private void migrate(String url, String target) {
        Flyway.configure()
                .dataSource(url, server.getUsername(), server.getPassword())
                .locations("classpath:okienko/ordercontrol/schema")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(target)
                .load()
                .migrate();
    }

    private static void change(DSLContext db, int version, String reason, String channel, String before, String after) {
        db.execute("insert into ordercontrol.rule_changes values (" + version + ", now(), 'boss', '" + reason + "', '"
                + channel + "', " + before + ", " + after + ", false, 0)");
    }
}
