package okienko.shops.imports;

import static okienko.shops.schema.Tables.ORDER_IMPORTS;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import okienko.access.Audit;
import okienko.shops.CsvField;
import okienko.shops.OrderFormat;
import okienko.shops.OrderFormats;
import okienko.shops.Sample;
import okienko.shops.formats.CsvColumns;
import okienko.shops.imports.OrderImport.Counts;
import okienko.shops.imports.OrderImport.State;
import okienko.ui.Live;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All files of orders that ever came in. A file is stored before anybody looks into it. */
@Repository
class Imports {

    static final int PAGE = 50;

    private final DSLContext db;
    private final Channels channels;
    private final Audit audit;
    private final Live live;
    private final Clock clock;
    private final Path folder;

    Imports(
            DSLContext db,
            Channels channels,
            Audit audit,
            Live live,
            Clock clock,
            @Value("${okienko.data:./data}") Path data)
            throws IOException {
        this.db = db;
        this.channels = channels;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
        this.folder = Files.createDirectories(data.resolve("imports"));
    }

    /** Stores an uploaded file and queues it, or asks for its columns. Empty format: told by its beginning. */
    @Transactional
    public long upload(InputStream file, String fileName, String channel, String format, String agent)
            throws IOException {
        String storedAs = UUID.randomUUID().toString();
        Path part = folder.resolve(storedAs + ".part");
        Files.copy(file, part);
        Files.move(part, folder.resolve(storedAs), StandardCopyOption.ATOMIC_MOVE);
        channels.meet(channel, agent);
        long id = add("upload", fileName, storedAs, "", channel, format, State.FETCHING, agent);
        fetched(id);
        audit.record("import.uploaded", fileName, Map.of("import", id, "channel", channel));
        return id;
    }

    /** Announces a file of the drop folder, before it is moved: see {@link DropFolder}. */
    @Transactional
    public long announce(String fileName, String origin, String channel) {
        return add("folder", fileName, UUID.randomUUID().toString(), origin, channel, "", State.FETCHING, null);
    }

    /** The file is in its place: from here on the import goes by itself, unless nobody knows what its columns hold. */
    @Transactional
    public void fetched(long id) throws IOException {
        OrderImport file = find(id).orElseThrow();
        Sample sample = sample(file);
        String format = file.format().isEmpty()
                ? OrderFormats.recognise(sample).map(OrderFormat::name).orElse(sample.json() ? "" : "csv")
                : file.format();
        boolean ask = format.equals("csv")
                && !columns(sample, file.channel()).missing().isEmpty();
        State state = format.isEmpty() ? State.FAILED : ask ? State.COLUMNS : State.QUEUED;
        db.update(ORDER_IMPORTS)
                .set(ORDER_IMPORTS.FORMAT, format)
                .set(ORDER_IMPORTS.STATE, state.name())
                .set(ORDER_IMPORTS.TROUBLE, format.isEmpty() ? "imports.trouble.format" : "")
                .set(ORDER_IMPORTS.BYTES_ALL, Files.size(path(file)))
                .where(ORDER_IMPORTS.ID.eq(id))
                .execute();
        changed(id);
    }

    /** Remembers what the columns hold, for this file and all the channel's later ones, and lets the import go on. */
    @Transactional
    public boolean columns(long id, String currency, Map<String, CsvField> columns, String agent) throws IOException {
        OrderImport file = find(id).orElseThrow();
        channels.remember(file.channel(), currency, columns, agent);
        if (!columns(sample(file), file.channel()).missing().isEmpty()) {
            return false;
        }
        move(id, State.QUEUED, ORDER_IMPORTS.STATE.eq(State.COLUMNS.name()));
        return true;
    }

    /** Stops an import; what is in stays in. */
    @Transactional
    public boolean cancel(long id) {
        Condition open = ORDER_IMPORTS.STATE.in(
                State.FETCHING.name(), State.QUEUED.name(), State.RUNNING.name(), State.COLUMNS.name());
        boolean stopped = move(id, State.CANCELLED, open);
        if (stopped) {
            audit.record("import.cancelled", Long.toString(id), Map.of());
        }
        return stopped;
    }

    /** Starts the same file from its beginning as a new import: what is known already changes nothing. */
    @Transactional
    public long repeat(long id, String agent) throws IOException {
        OrderImport file = find(id).orElseThrow();
        long again = add(
                "upload", file.fileName(), file.storedAs(), "", file.channel(), file.format(), State.FETCHING, agent);
        fetched(again);
        audit.record("import.repeated", Long.toString(again), Map.of("import", id));
        return again;
    }

    /** Newest first, before the given number. */
    List<OrderImport> list(long before) {
        return db.selectFrom(ORDER_IMPORTS)
                .where(ORDER_IMPORTS.ID.lt(before))
                .orderBy(ORDER_IMPORTS.ID.desc())
                .limit(PAGE)
                .fetch(Imports::orderImport);
    }

    Optional<OrderImport> find(long id) {
        return db.selectFrom(ORDER_IMPORTS).where(ORDER_IMPORTS.ID.eq(id)).fetchOptional(Imports::orderImport);
    }

    /** The import whose turn it is. */
    Optional<OrderImport> next() {
        return first(ORDER_IMPORTS.STATE.in(State.QUEUED.name(), State.RUNNING.name()));
    }

    /** Files of the drop folder that were announced; after a crash perhaps not moved yet. */
    List<OrderImport> fetching() {
        return db.selectFrom(ORDER_IMPORTS)
                .where(ORDER_IMPORTS.STATE.eq(State.FETCHING.name()).and(ORDER_IMPORTS.SOURCE.eq("folder")))
                .orderBy(ORDER_IMPORTS.ID)
                .fetch(Imports::orderImport);
    }

    /** Locks the import where it is expected to stand; false when it was cancelled or somebody else is further. */
    boolean hold(OrderImport file) {
        return db.select(ORDER_IMPORTS.ID)
                .from(ORDER_IMPORTS)
                .where(ORDER_IMPORTS.ID.eq(file.id()))
                .and(ORDER_IMPORTS.POSITION.eq(file.position()))
                .and(ORDER_IMPORTS.STATE.in(State.QUEUED.name(), State.RUNNING.name()))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    /** Notes a batch that is done, in the transaction in which it was taken in. */
    void advance(OrderImport file, long position, Counts counts, long bytesDone, State state, String trouble) {
        OffsetDateTime now = now();
        db.update(ORDER_IMPORTS)
                .set(ORDER_IMPORTS.STATE, state.name())
                .set(ORDER_IMPORTS.POSITION, position)
                .set(ORDER_IMPORTS.NEW_ORDERS, counts.fresh())
                .set(ORDER_IMPORTS.REVISED, counts.revised())
                .set(ORDER_IMPORTS.CANCELLED, counts.cancelled())
                .set(ORDER_IMPORTS.UNCHANGED, counts.unchanged())
                .set(ORDER_IMPORTS.NOT_READY, counts.notReady())
                .set(ORDER_IMPORTS.UNREADABLE, counts.unreadable())
                .set(ORDER_IMPORTS.BYTES_DONE, bytesDone)
                .set(ORDER_IMPORTS.STARTED_AT, DSL.coalesce(ORDER_IMPORTS.STARTED_AT, DSL.val(now)))
                .set(ORDER_IMPORTS.FINISHED_AT, state == State.RUNNING ? null : now)
                .set(ORDER_IMPORTS.TROUBLE, trouble)
                .where(ORDER_IMPORTS.ID.eq(file.id()))
                .execute();
        changed(file.id());
    }

    Sample sample(OrderImport file) throws IOException {
        try (BufferedInputStream in = Sample.sampled(Files.newInputStream(path(file)))) {
            return Sample.of(in);
        }
    }

    /** What the headings of a CSV file are taken to mean. */
    CsvColumns columns(Sample sample, String channel) {
        return CsvColumns.of(sample, channels.settings(channel).columns());
    }

    Path path(OrderImport file) {
        return folder.resolve(file.storedAs());
    }

    private boolean move(long id, State state, Condition from) {
        boolean moved = db.update(ORDER_IMPORTS)
                        .set(ORDER_IMPORTS.STATE, state.name())
                        .set(ORDER_IMPORTS.FINISHED_AT, state == State.CANCELLED ? now() : null)
                        .where(ORDER_IMPORTS.ID.eq(id))
                        .and(from)
                        .execute()
                == 1;
        changed(id);
        return moved;
    }

    private long add(
            String source,
            String fileName,
            String storedAs,
            String origin,
            String channel,
            String format,
            State state,
            @Nullable String agent) {
        Long id = db.insertInto(ORDER_IMPORTS)
                .set(ORDER_IMPORTS.SOURCE, source)
                .set(ORDER_IMPORTS.FILE_NAME, fileName)
                .set(ORDER_IMPORTS.STORED_AS, storedAs)
                .set(ORDER_IMPORTS.ORIGIN, origin)
                .set(ORDER_IMPORTS.CHANNEL, channel)
                .set(ORDER_IMPORTS.FORMAT, format)
                .set(ORDER_IMPORTS.STATE, state.name())
                .set(ORDER_IMPORTS.BYTES_ALL, 0L)
                .set(ORDER_IMPORTS.CREATED_AT, now())
                .set(ORDER_IMPORTS.CREATED_BY, agent)
                .returning(ORDER_IMPORTS.ID)
                .fetchSingle(ORDER_IMPORTS.ID);
        return Objects.requireNonNull(id);
    }

    private Optional<OrderImport> first(Condition condition) {
        return db.selectFrom(ORDER_IMPORTS)
                .where(condition)
                .orderBy(ORDER_IMPORTS.ID)
                .limit(1)
                .fetchOptional(Imports::orderImport);
    }

    private static OrderImport orderImport(Record row) {
        OffsetDateTime startedAt = row.get(ORDER_IMPORTS.STARTED_AT);
        OffsetDateTime finishedAt = row.get(ORDER_IMPORTS.FINISHED_AT);
        return new OrderImport(
                row.get(ORDER_IMPORTS.ID),
                row.get(ORDER_IMPORTS.SOURCE),
                row.get(ORDER_IMPORTS.FILE_NAME),
                row.get(ORDER_IMPORTS.STORED_AS),
                row.get(ORDER_IMPORTS.ORIGIN),
                row.get(ORDER_IMPORTS.CHANNEL),
                row.get(ORDER_IMPORTS.FORMAT),
                State.valueOf(row.get(ORDER_IMPORTS.STATE)),
                row.get(ORDER_IMPORTS.POSITION),
                new Counts(
                        row.get(ORDER_IMPORTS.NEW_ORDERS),
                        row.get(ORDER_IMPORTS.REVISED),
                        row.get(ORDER_IMPORTS.CANCELLED),
                        row.get(ORDER_IMPORTS.UNCHANGED),
                        row.get(ORDER_IMPORTS.NOT_READY),
                        row.get(ORDER_IMPORTS.UNREADABLE)),
                row.get(ORDER_IMPORTS.BYTES_DONE),
                row.get(ORDER_IMPORTS.BYTES_ALL),
                row.get(ORDER_IMPORTS.CREATED_AT).toInstant(),
                row.get(ORDER_IMPORTS.CREATED_BY),
                startedAt == null ? null : startedAt.toInstant(),
                finishedAt == null ? null : finishedAt.toInstant(),
                row.get(ORDER_IMPORTS.TROUBLE));
    }

    private void changed(long id) {
        live.signal("import-" + id);
        live.signal("imports");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
