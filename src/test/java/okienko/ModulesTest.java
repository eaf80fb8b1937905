package okienko;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Departments depend upwards in their table only and touch nothing of each other but what is shown. */
class ModulesTest {

    static final ApplicationModules MODULES = ApplicationModules.of(Okienko.class);

    private static final Pattern ROW = Pattern.compile("(?m)^\\|[ 0-9]*\\| `([a-z]+)` \\|");

    @Test
    void modulesKeepToTheirBorders() {
        MODULES.verify();
    }

    @Test
    void aDepartmentCallsThoseAboveItOnly() throws IOException {
        List<String> table = ROW.matcher(Files.readString(Path.of("ARCHITECTURE.md")))
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(table)
                .as("the departments of ARCHITECTURE.md")
                .containsExactlyInAnyOrderElementsOf(
                        MODULES.stream().map(ModulesTest::name).toList());
        for (ApplicationModule module : MODULES) {
            assertThat(module.getDirectDependencies(MODULES).uniqueModules().map(ModulesTest::name))
                    .as("departments that %s calls; those above it in ARCHITECTURE.md are", name(module))
                    .isSubsetOf(table.subList(0, table.indexOf(name(module))));
        }
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
