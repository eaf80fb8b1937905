package okienko.access.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import okienko.access.ApiKeys;
import okienko.access.ApiKeys.Made;
import okienko.ui.Notice;
import okienko.ui.settings.SettingsEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Lets programs in and shows them the door. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class KeysController {

    private final ApiKeys keys;

    KeysController(ApiKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/settings/keys")
    KeysPage list(HttpServletRequest request) {
        var before = RequestContextUtils.getInputFlashMap(request);
        String made = before != null && before.get("made") instanceof String key ? key : "";
        return new KeysPage(keys.all(), made, "", List.of(), "");
    }

    @PostMapping("/settings/keys")
    Object make(
            @RequestParam String name, @RequestParam(defaultValue = "") List<String> scopes, RedirectAttributes next) {
        return switch (keys.create(name, Set.copyOf(scopes))) {
            case Made.Created(String key) -> {
                next.addFlashAttribute("made", key);
                yield "redirect:/settings/keys";
            }
            case Made.NameRefused() -> new KeysPage(keys.all(), "", name, scopes, "name");
            case Made.NameTaken() -> new KeysPage(keys.all(), "", name, scopes, "name-taken");
            case Made.ScopesRefused() -> new KeysPage(keys.all(), "", name, scopes, "scopes");
        };
    }

    @PostMapping("/settings/keys/{id}/revocation")
    String revoke(@PathVariable long id) {
        keys.revoke(id);
        Notice.done("access.keys.revoked.done");
        return "redirect:/settings/keys";
    }

    @Bean
    static SettingsEntry keysSettings() {
        return new SettingsEntry("keys", "/settings/keys", 80, "ADMINISTRATOR");
    }
}
