package okienko.demo;

/** Numbers of the demo shop's regular customers. */
final class DemoCustomers {

    /** Regulars below this number carry a flag or have refused parcels. */
    static final int SHARED_PHONES = 40;

    private DemoCustomers() {}
}
