package okienko.reference;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of the shop that can be uploaded, sent and fetched: a module contributes one as a bean, and has an upload with a
 * preview, a history and a place in the REST interface for it.
 *
 * @param <T> one entry
 */
public interface DataSet<T> {

    /** What a file does to entries that are there already. */
    enum Mode {
        /** Entries in the file are added or replaced. */
        SET,
        /** As SET, and what the file does not name is emptied. */
        COMPLETE,
        /** Quantities in the file are added to those there are. */
        ADD
    }

    /** Its name in addresses and words, e.g. {@code catalogue}. */
    String name();

    /** The page where its entries are looked at. */
    String page();

    List<Column> columns();

    default Set<Mode> modes() {
        return Set.of(Mode.SET);
    }

    /** The rows of a file, where they are not simply its lines. */
    default Sheet sheet(byte[] file) {
        return Sheet.read(file, columns());
    }

    /** What makes the entry of a row the same entry as before; empty where the row has nothing of the kind. */
    String key(Row row);

    /** The entries there are, by key. */
    Map<String, T> present(Collection<String> keys);

    /** How many entries there are. */
    int size();

    /** Reads a row; a column the file lacks keeps what is known. Null, or problems noted on the row, when it cannot be used. */
    @Nullable
    T read(Row row, @Nullable T known, Mode mode);

    /** The entry as people and programs see it: JSON values by column name, in order. */
    Map<String, Object> fields(T entry);

    /** Takes up entries and tells whoever has to know; called in a transaction. */
    void apply(List<T> entries, Mode mode, String actor);

    /** Entries after that key, in order of keys. */
    List<T> page(@Nullable String after, int limit);

    /** The key of an entry, as {@link #page} continues after it. */
    String key(T entry);
}
