package okienko.shipping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ui.Page;

/** The delivery services and what channels call them. */
record ServicesPage(List<DeliveryService> services, List<Shipping.UnmappedMethod> unmapped) implements Page {

    Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        services.forEach(service -> choices.put(service.code(), service.name()));
        return choices;
    }
}
