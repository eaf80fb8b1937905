package okienko.shops;

import java.util.ArrayList;
import java.util.List;
import okienko.shops.formats.CanonicalFormat;
import okienko.shops.imports.Intake;
import okienko.shops.imports.Unreadables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The demo shop's way in: its payloads are read like everybody's, marked as made up, and can be taken out again. */
@Component
public class DemoDeliveries {

    private final Intake intake;
    private final Unreadables unreadables;

    DemoDeliveries(Intake intake, Unreadables unreadables) {
        this.intake = intake;
        this.unreadables = unreadables;
    }

    /** Takes orders in, each in the office's own JSON; what cannot be read is kept as it is. */
    @Transactional
    public void take(List<byte[]> payloads) {
        OrderFormat format = new CanonicalFormat();
        ChannelSettings settings = ChannelSettings.of("");
        List<ReadOrder> read = new ArrayList<>(payloads.size());
        for (byte[] payload : payloads) read.add(format.read(new Piece(1, payload), settings));
        intake.take(read, Intake.Origin.demo(format.name()));
    }

    /** Removes the payloads that could not be read, and the work they made; what was read goes with its order. */
    @Transactional
    public void remove() {
        unreadables.removeDemo();
    }
}
