package okienko;

import okienko.ordercontrol.OrderControl;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Every recurring job of the office, one line each; nothing else in the house is scheduled. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Timetable {

    private final OrderControl control;

    Timetable(OrderControl control) {
        this.control = control;
    }

    /** Deadlines that have come; orders left in the queue by another process. */
    @Scheduled(fixedDelay = 3_000)
    void orderControl() {
        control.keepTime();
    }
}
