package okienko.connections;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A shop that lives through an hour: people order, pay, write and cancel, it calls out, and things go wrong. */
final class SoakedShop implements AutoCloseable {

    /** What goes wrong. */
    enum Fault {
        LIMITED,
        DEAD,
        BROKEN,
        GARBLED,
        LOST,
        EXPIRED
    }

    /** What was done about calls. */
    enum Call {
        GENUINE,
        REPEATED,
        LATE,
        FORGED
    }

    private static final int SECONDS_BACK = 50;

    final StubShop stub;
    final String channel;
    final Map<Fault, Integer> met = new EnumMap<>(Fault.class);
    final Map<Call, Integer> calls = new EnumMap<>(Call.class);
    private final Random random;

    /** Amazon shows orders once they are paid, and nobody can write anything with one. */
    private final boolean marketplace;

    private final List<Hook> late = new ArrayList<>();
    private int placed;
    private int deadFor;

    SoakedShop(StubShop stub, String channel, long seed) {
        this.stub = stub;
        this.channel = channel;
        this.marketplace = stub instanceof AmazonStub;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** Who believes the shop's calls or does not. */
    interface Ear {
        void hear(Hook hook, boolean genuine);
    }

    int placed() {
        return placed;
    }

    List<String> ids() {
        List<String> ids = new ArrayList<>(placed);
        for (int i = 0; i < placed; i++) ids.add(stub.id(i));
        return ids;
    }

    /** A minute of its life. */
    void minute(Instant now, Ear ear) {
        int orders = happens(0.7) ? 1 + random.nextInt(2) : 0;
        for (int i = 0; i < orders; i++) {
            stub.place(stub.id(placed++), now.minusSeconds(random.nextInt(SECONDS_BACK)), marketplace || happens(0.6));
        }
        if (placed > 0) change(now);
        if (placed > 0 && stub.calls() && happens(0.6)) call(ear);
        goWrong();
    }

    private void change(Instant now) {
        StubShop.Placed one = stub.order(stub.id(random.nextInt(placed)));
        if (one.cancelled()) return;
        if (!one.paid() && happens(0.5)) stub.payQuietly(one.id());
        else if (happens(0.2)) stub.cancel(one.id(), now);
        else if (!marketplace && happens(0.3)) stub.comment(one.id(), now, "proszę dzwonić przed dostawą");
    }

    /** Calls come late, twice, in another order, and some from somebody else. */
    private void call(Ear ear) {
        Hook hook = stub.hook(stub.id(random.nextInt(placed)));
        if (happens(0.3)) {
            late.add(hook);
        } else {
            tell(ear, hook, Call.GENUINE);
            if (happens(0.3)) tell(ear, hook, Call.REPEATED);
        }
        if (late.size() > 2) {
            Collections.shuffle(late, random);
            late.forEach(each -> tell(ear, each, Call.LATE));
            late.clear();
        }
        if (happens(0.3)) {
            byte[] forged = hook.body().clone();
            forged[forged.length / 2] ^= 1;
            tell(ear, new Hook(hook.headers(), hook.query(), forged), Call.FORGED);
        }
    }

    private void tell(Ear ear, Hook hook, Call as) {
        calls.merge(as, 1, Integer::sum);
        ear.hear(hook, as != Call.FORGED);
    }

    private void goWrong() {
        stub.broken(false);
        if (deadFor > 0 && --deadFor == 0) stub.comeBack();
        if (deadFor > 0) return;
        if (happens(0.15)) stub.limit(count(Fault.LIMITED, 1 + random.nextInt(3)));
        if (happens(0.15)) stub.faults.garble(count(Fault.GARBLED, 1));
        if (happens(0.2)) stub.faults.lose(count(Fault.LOST, 1));
        if (happens(0.1)) {
            count(Fault.EXPIRED, 1);
            stub.expire();
        }
        if (happens(0.1)) {
            count(Fault.BROKEN, 1);
            stub.broken(true);
        }
        if (happens(0.07)) {
            count(Fault.DEAD, 1);
            deadFor = 1 + random.nextInt(2);
            stub.die();
        }
    }

    private int count(Fault fault, int times) {
        met.merge(fault, times, Integer::sum);
        return times;
    }

    /** The hour is over: nothing goes wrong any more. */
    void calm(Ear ear) {
        stub.broken(false);
        stub.limit(0);
        stub.faults.garble(0);
        stub.faults.lose(0);
        if (deadFor > 0) stub.comeBack();
        deadFor = 0;
        late.forEach(each -> tell(ear, each, Call.LATE));
        late.clear();
    }

    private boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    @Override
    public void close() {
        stub.close();
    }
}
