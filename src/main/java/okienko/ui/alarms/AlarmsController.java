package okienko.ui.alarms;

import okienko.ui.Front;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the alarms again when there are others. */
@Controller
class AlarmsController {

    private final Front front;

    AlarmsController(Front front) {
        this.front = front;
    }

    @GetMapping("/alarms")
    AlarmsPart show() {
        return front.alarms();
    }
}
