package okienko.warehouse;

import okienko.ui.settings.SettingsEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The warehouse's place in the settings. */
@Configuration(proxyBeanMethods = false)
class WarehouseSettings {

    @Bean
    SettingsEntry warehouseEntry() {
        return new SettingsEntry("warehouse", "/settings/warehouse", 60, "ADMINISTRATOR");
    }
}
