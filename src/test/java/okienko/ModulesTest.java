package okienko;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Departments depend downwards only and touch nothing of each other but what is shown. */
class ModulesTest {

    static final ApplicationModules MODULES = ApplicationModules.of(Okienko.class);

    @Test
    void modulesKeepToTheirBorders() {
        MODULES.verify();
    }
}
