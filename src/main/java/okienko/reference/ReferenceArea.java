package okienko.reference;

import okienko.ui.Area;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of the shop in the rail; their first page is the catalogue. */
@Configuration(proxyBeanMethods = false)
class ReferenceArea {

    @Bean
    Area reference() {
        return new Area("reference", "/stock", "database", 60, "CONSULTANT");
    }
}
