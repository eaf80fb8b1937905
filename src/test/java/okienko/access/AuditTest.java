package okienko.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import okienko.OfficeTest;
import okienko.World;
import okienko.access.schema.Tables;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The trail of who did what. */
@OfficeTest
class AuditTest {

    @Autowired
    Audit audit;

    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Test
    @WithMockUser("ola")
    void whoIsSignedInIsWrittenDown() {
        String subject = world.unique("order");
        audit.record("order.released", subject, Map.of("before", "HELD", "after", "RELEASED"));
        assertThat(audit.entries(new Audit.Filter("ola", "order.released", subject, null, null), null))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("after", "RELEASED"));
        assertThat(audit.entries(new Audit.Filter("marek", "", subject, null, null), null))
                .isEmpty();
    }

    @Test
    void thePagesFollowOneAnotherWithoutGapOrRepetition() {
        String subject = world.unique("paged");
        for (int i = 0; i < Audit.PAGE + 3; i++) {
            audit.record("test", subject, Map.of("i", i));
        }
        var filter = new Audit.Filter("", "", subject, null, null);
        var first = audit.entries(filter, null);
        var second = audit.entries(filter, first.getLast().id());
        assertThat(first).hasSize(Audit.PAGE);
        assertThat(second).hasSize(3);
        assertThat(second.getFirst().id()).isLessThan(first.getLast().id());
    }

    @Test
    void theDatabaseItselfRefusesToChangeAnEntry() {
        String subject = world.unique("kept");
        audit.record("test", subject, Map.of());
        assertThatThrownBy(() -> db.deleteFrom(Tables.AUDIT_ENTRIES)
                        .where(Tables.AUDIT_ENTRIES.SUBJECT.eq(subject))
                        .execute())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> db.update(Tables.AUDIT_ENTRIES)
                        .set(Tables.AUDIT_ENTRIES.ACTION, "x")
                        .where(Tables.AUDIT_ENTRIES.SUBJECT.eq(subject))
                        .execute())
                .hasMessageContaining("append-only");
    }
}
