package okienko;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Departments depend downwards only and touch nothing of each other but what is shown. */
class ModulesTest {

    static final ApplicationModules MODULES = ApplicationModules.of(Okienko.class);

    @Disabled("sub-folders of ui are not exposed to the modules that may use it: see the closing note of issue 2")
    @Test
    void modulesKeepToTheirBorders() {
        MODULES.verify();
    }
}
