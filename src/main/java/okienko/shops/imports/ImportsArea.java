package okienko.shops.imports;

import okienko.ui.Area;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where orders come in, in the rail. */
@Configuration(proxyBeanMethods = false)
class ImportsArea {

    @Bean
    Area importsInRail() {
        return new Area("imports", "/imports", "upload", 40, "CONSULTANT");
    }
}
