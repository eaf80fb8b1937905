package okienko.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings each department's tables up to date from the {@code schema} folder beside its code. Each has a history table of
 * its own, so that departments number their migrations without asking one another; docs/decisions/0008 says why this is
 * not left to Spring Modulith.
 */
@Component
class Migrations implements FlywayMigrationStrategy {

    private static final String SCRIPTS = "classpath*:okienko/*/schema/V*__*.sql";
    private static final Pattern DEPARTMENT = Pattern.compile("okienko/(\\w+)/schema/[^/]+$");

    private final ResourcePatternResolver resources;

    Migrations(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    @Override
    public void migrate(Flyway office) {
        for (String department : departments()) {
            Flyway.configure()
                    .configuration(office.getConfiguration())
                    .locations("classpath:okienko/" + department)
                    // ahead-of-time processing gives Boot's, which knows the office's own location only
                    .resourceProvider(null)
                    .table(office.getConfiguration().getTable() + "_" + department)
                    // the other departments' histories are in the same schema, which is therefore never empty
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
    }

    private SortedSet<String> departments() {
        var departments = new TreeSet<String>();
        try {
            for (Resource script : resources.getResources(SCRIPTS)) {
                Matcher path = DEPARTMENT.matcher(script.getURL().getPath());
                if (path.find()) departments.add(path.group(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return departments;
    }
}
