package okienko.warehouse;

import static okienko.warehouse.schema.Tables.DESTINATION;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import okienko.access.Secrets;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The warehouse the operator chose, and how it has been answering. */
@Repository
class Destinations {

    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    private static final int DOUBLINGS_MAX = 16;

    private final DSLContext db;
    private final Secrets secrets;
    private final Duration answerTimeout;

    /** {@code okienko.warehouse.answer-timeout}: how long a webhook may take to answer, 15 s unless set. */
    Destinations(
            DSLContext db, Secrets secrets, @Value("${okienko.warehouse.answer-timeout:15s}") Duration answerTimeout) {
        this.db = db;
        this.secrets = secrets;
        this.answerTimeout = answerTimeout;
    }

    Destination current() {
        return db.selectFrom(DESTINATION)
                .fetchSingle(row -> new Destination(
                        Destination.Kind.valueOf(row.get(DESTINATION.KIND)),
                        row.get(DESTINATION.URL),
                        secrets.reveal(row.get(DESTINATION.SECRET)),
                        row.get(DESTINATION.FOLDER),
                        FileFormat.valueOf(row.get(DESTINATION.FILE_FORMAT)),
                        row.get(DESTINATION.OUTAGES),
                        Optional.ofNullable(row.get(DESTINATION.RESTING_UNTIL))
                                .map(at -> at.toInstant())
                                .orElse(null)));
    }

    /** The adapter for the current choice; empty when nothing is chosen. */
    Optional<Warehouse> open(Destination destination) {
        return switch (destination.kind()) {
            case NONE -> Optional.empty();
            case WEBHOOK ->
                Optional.of(new WebhookWarehouse(URI.create(destination.url()), destination.secret(), answerTimeout));
            case FOLDER -> Optional.of(new FolderWarehouse(Path.of(destination.folder()), destination.fileFormat()));
        };
    }

    /** A new choice is tried at once, whatever the old one's state. */
    @Transactional
    void choose(Destination chosen) {
        db.update(DESTINATION)
                .set(DESTINATION.KIND, chosen.kind().name())
                .set(DESTINATION.URL, chosen.url())
                .set(DESTINATION.SECRET, secrets.conceal(chosen.secret()))
                .set(DESTINATION.FOLDER, chosen.folder())
                .set(DESTINATION.FILE_FORMAT, chosen.fileFormat().name())
                .set(DESTINATION.OUTAGES, 0)
                .setNull(DESTINATION.RESTING_UNTIL)
                .execute();
    }

    void answered() {
        db.update(DESTINATION)
                .set(DESTINATION.OUTAGES, 0)
                .setNull(DESTINATION.RESTING_UNTIL)
                .where(DESTINATION.OUTAGES.gt(0))
                .execute();
    }

    /** It failed: leave it alone, twice as long as the last time. */
    void failed(Instant now) {
        int outages =
                db.select(DESTINATION.OUTAGES).from(DESTINATION).fetchSingle().value1();
        db.update(DESTINATION)
                .set(DESTINATION.OUTAGES, outages + 1)
                .set(DESTINATION.RESTING_UNTIL, now.plus(rest(outages)).atOffset(ZoneOffset.UTC))
                .execute();
    }

    static Duration rest(int outages) {
        Duration doubled = SHORTEST_REST.multipliedBy(1L << Math.min(outages, DOUBLINGS_MAX));
        return doubled.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : doubled;
    }
}
