package okienko.desk;

import okienko.ui.Area;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk's places in the rail. */
@Configuration(proxyBeanMethods = false)
class DeskAreas {

    @Bean
    Area boardArea() {
        return new Area("board", "/", "layout-dashboard", 10, "CONSULTANT", "b");
    }

    @Bean
    Area ordersArea() {
        return new Area("orders", "/orders", "list-checks", 20, "CONSULTANT", "o");
    }
}
