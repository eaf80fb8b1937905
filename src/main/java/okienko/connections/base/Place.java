package okienko.connections.base;

/**
 * How far reading has come. Orders are listed by when they were confirmed, oldest first, and what changed about older ones
 * is in the journal; each look goes through both.
 *
 * @param from orders confirmed at or after this, in seconds since 1970
 * @param id among those of one second the first one to list; 0: all
 * @param log the last line of the journal that was read
 * @param journal whether it is the journal's turn
 */
record Place(long from, long id, long log, boolean journal) {

    static Place read(String text) {
        String[] parts = text.split("\\|", -1);
        return new Place(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                parts[3].equals("journal"));
    }

    String text() {
        return from + "|" + id + "|" + log + "|" + (journal ? "journal" : "orders");
    }

    /**
     * Where to read on after a page of orders. A full page that does not get beyond its second goes on by ids, until all of
     * that second are there; then the next second is listed as a whole, whichever way the page was sorted.
     */
    Place after(long last, long highestId, boolean full) {
        if (id > 0) return full ? new Place(from, highestId + 1, log, false) : new Place(from + 1, 0, log, false);
        if (!full) return new Place(Math.max(last, from), 0, log, true);
        return last > from ? new Place(last, 0, log, false) : new Place(from, highestId + 1, log, false);
    }

    /** Where to read on after some lines of the journal. */
    Place afterLog(long lastLog, boolean more) {
        return new Place(from, 0, lastLog, more);
    }
}
