package okienko.ordercontrol.rules;

import okienko.ordercontrol.conditions.Conditions;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads a first condition once the office is open, so that neither a person typing one nor the first order waits for it. */
@Component
class WarmUp {

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofPlatform().name("conditions-warm-up").daemon().start(Conditions::warmUp);
    }
}
