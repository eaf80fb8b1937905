package okienko.ordercontrol.backtest;

import okienko.ui.Page;

/** How far a back-test is; asks for itself every second until it is over. */
record BackTestProgressPart(BackTest test, BackTest.Progress progress) implements Page {

    boolean running() {
        return test.state() == BackTest.State.RUNNING;
    }
}
