package okienko.demo;

import java.util.Map;
import okienko.access.Audit;
import okienko.ui.Notice;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pours the demo shop in and takes it out. */
@Controller
@PreAuthorize("hasRole('MANAGER')")
class DemoController {

    private final DemoShop shop;
    private final Audit audit;

    DemoController(DemoShop shop, Audit audit) {
        this.shop = shop;
        this.audit = audit;
    }

    @GetMapping("/demo")
    DemoPage show() {
        return new DemoPage(shop.standing());
    }

    @PostMapping("/demo/day")
    String pour() {
        if (refused()) return "redirect:/demo";
        shop.pourDay();
        audit.record("demo.poured", "demo", Map.of("orders", Deck.SIZE));
        return "redirect:/demo";
    }

    @PostMapping("/demo/day/end")
    String end() {
        shop.endDay();
        audit.record("demo.ended", "demo", Map.of());
        return "redirect:/demo";
    }

    @PostMapping("/demo/feed")
    String feed(@RequestParam int perMinute) {
        if (perMinute > 0 && refused()) return "redirect:/demo";
        shop.feed(perMinute);
        audit.record("demo.feed", "demo", Map.of("perMinute", perMinute));
        return "redirect:/demo";
    }

    @PostMapping("/demo/removal")
    String remove() {
        shop.remove();
        audit.record("demo.removed", "demo", Map.of());
        Notice.done("demo.removed");
        return "redirect:/";
    }

    private boolean refused() {
        boolean own = shop.standing().ownOrders();
        if (own) Notice.problem("demo.own");
        return own;
    }
}
