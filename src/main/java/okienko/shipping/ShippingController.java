package okienko.shipping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import okienko.access.Audit;
import okienko.ui.Notice;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** The courier table and the delivery services: everybody may look, a manager changes them. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class ShippingController {

    private static final int LONGEST_NAMES = 2_000;

    private final Shipping shipping;
    private final TermData terms;
    private final Audit audit;

    ShippingController(Shipping shipping, TermData terms, Audit audit) {
        this.shipping = shipping;
        this.terms = terms;
        this.audit = audit;
    }

    @GetMapping("/couriers")
    CouriersPage couriers(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "false") boolean retired) {
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        List<Shipping.TermLine> lines = shipping.lines().stream()
                .filter(line -> retired == (line.retiredAt() != null))
                .filter(line -> terms.fields(line.term())
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        return new CouriersPage(q, retired, lines, shipping.services());
    }

    @PostMapping("/couriers/lines")
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    RedirectView add(
            @RequestParam String carrier,
            @RequestParam String service,
            @RequestParam String country,
            @RequestParam String form,
            @RequestParam(defaultValue = "false") boolean accepted,
            @RequestParam(defaultValue = "") String limit,
            @RequestParam(defaultValue = "PLN") String currency,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate validFrom,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate validTo,
            @RequestParam String source) {
        String land = country.strip().toUpperCase(Locale.ROOT);
        Money amount = money(limit, currency);
        boolean sound = !carrier.isBlank() && !source.isBlank() && land.matches("\\*|[A-Z]{2}");
        if (!sound || !TermData.FORMS.contains(form) || (amount == null && !limit.isBlank())) {
            Notice.problem("shipping.term.wrong");
        } else {
            var term = new CourierTerm(
                    carrier.strip().toUpperCase(Locale.ROOT),
                    service,
                    land,
                    form,
                    accepted,
                    amount,
                    validFrom,
                    validTo,
                    source.strip());
            shipping.add(term, actor());
            audit.record("courier-term.added", terms.key(term), terms.fields(term));
            Notice.done("shipping.term.added");
        }
        return new RedirectView("/couriers");
    }

    @PostMapping("/couriers/lines/{line}/retirement")
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    RedirectView retire(@PathVariable long line) {
        CourierTerm term = shipping.retire(line, actor());
        if (term != null) {
            audit.record("courier-term.retired", terms.key(term), terms.fields(term));
            Notice.done("shipping.term.retired");
        }
        return new RedirectView("/couriers");
    }

    @GetMapping("/delivery-services")
    ServicesPage deliveryServices() {
        return new ServicesPage(shipping.services(), shipping.unmapped());
    }

    /** What channels call a service, one name a line. */
    @PostMapping("/delivery-services/{code}/names")
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    RedirectView names(@PathVariable String code, @RequestParam String names) {
        List<String> given = names.lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        rename(code, names.length() > LONGEST_NAMES ? List.of() : given);
        return new RedirectView("/delivery-services");
    }

    @PostMapping("/delivery-services/methods")
    @PreAuthorize("hasRole('MANAGER')")
    @Transactional
    RedirectView map(@RequestParam String method, @RequestParam String code) {
        shipping.services().stream()
                .filter(service -> service.code().equals(code))
                .findFirst()
                .ifPresent(service -> {
                    List<String> names = new ArrayList<>(service.names());
                    names.add(method.strip());
                    rename(code, names);
                });
        return new RedirectView("/delivery-services");
    }

    private void rename(String code, List<String> names) {
        for (DeliveryService service : shipping.services()) {
            if (!service.code().equals(code)) continue;
            shipping.save(new DeliveryService(
                    service.code(),
                    service.carrier(),
                    service.name(),
                    service.kind(),
                    service.pointPattern(),
                    service.mobileRequired(),
                    service.maxWeightGrams(),
                    service.maxSize(),
                    names));
            audit.record("delivery-service.named", code, Map.of("before", service.names(), "after", names));
            Notice.done("shipping.service.saved", service.name());
        }
    }

    private static @Nullable Money money(String amount, String currency) {
        String plain = amount.replaceAll("[\\s\\u00a0]", "").replace(',', '.');
        if (!plain.matches("\\d{1,12}(\\.\\d{1,4})?")) return null;
        try {
            return Money.of(new BigDecimal(plain), currency.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null; // no such currency
        }
    }

    private static String actor() {
        return Objects.requireNonNullElse(Audit.actor(), "");
    }
}
