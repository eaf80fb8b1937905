package okienko.connections;

import org.jspecify.annotations.Nullable;

/** An article as a stub sells it; null pieces: it does not count it. */
record Ware(int id, String sku, String name, @Nullable Integer free) {

    int pieces() {
        return free == null ? 0 : free;
    }
}
