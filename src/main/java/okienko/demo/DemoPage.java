package okienko.demo;

import okienko.ui.Page;

/** The demo shop: what it is, pour it in, let it run, take it out. */
record DemoPage(DemoShop.Standing standing) implements Page {

    static final int[] RATES = {6, 30, 120, 600};
}
