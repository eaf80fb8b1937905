package okienko.customers.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static okienko.customers.schema.Tables.PROPOSALS;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.customers.Buyer;
import okienko.customers.Customers;
import org.assertj.core.api.Assertions;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class ReviewJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    Customers customers;

    @Autowired
    DSLContext db;

    @Test
    void anOrderThatMayBeSomebodysIsProposedAndSettledWithOneKey() {
        String channel = world.channel();
        long proposal = pair(channel);
        try (Visitor ola = browser.signedIn(world.ola(), World.PASSWORD, Look.in("pl"))) {
            Page page = ola.open("/customers/proposals");
            ola.audit();
            ola.screenshot("proposals-pl");
            ola.open("/customers/proposals/" + proposal);
            ola.audit();
            ola.fits();
            ola.screenshot("proposal-pl");
            page.keyboard().press("a");
            assertThat(page.getByText("To jest teraz jedna karta.")).isVisible();
            Assertions.assertThat(cards(channel, 1, 3)).hasSize(1);
            ola.open("/customers/proposals/" + proposal);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cofnij decyzję"))
                    .click();
            assertThat(page.getByText("Znowu do rozstrzygnięcia.")).isVisible();
            Assertions.assertThat(cards(channel, 1, 3)).hasSize(2);
            page.keyboard().press("d");
            assertThat(page.getByText("Zapamiętano: dwóch klientów.")).isVisible();
            Assertions.assertThat(state(proposal)).isEqualTo("DIFFERENT");
        }
        try (Visitor ola = browser.signedIn(
                world.ola(), World.PASSWORD, Look.in("pl").narrow().dark())) {
            ola.open("/customers/proposals/" + proposal);
            ola.audit();
            ola.fits();
            ola.screenshot("proposal-dark-360");
        }
    }

    @Test
    void whatIsDifferentIsNotProposedAgainUnlessSomethingNewIsShared() {
        String channel = world.channel();
        long proposal = pair(channel);
        List<Long> ids = db.select(PROPOSALS.ONE_ID, PROPOSALS.TWO_ID)
                .from(PROPOSALS)
                .where(PROPOSALS.ID.eq(proposal))
                .fetchSingle(row -> List.of(row.value1(), row.value2()));
        db.update(PROPOSALS)
                .set(PROPOSALS.STATE, ProposalBook.DIFFERENT)
                .set(
                        PROPOSALS.SHARED,
                        new ProposalBook(db, Instant.now())
                                .shared(ids.getFirst(), ids.getLast())
                                .toArray(String[]::new))
                .where(PROPOSALS.ID.eq(proposal))
                .execute();
        var shown = customers.shown(ids);
        List<Suggestion> again = List.of(new Suggestion(
                ids.getFirst(),
                Objects.requireNonNull(shown.get(ids.getFirst())),
                ids.getLast(),
                Objects.requireNonNull(shown.get(ids.getLast()))));
        new ProposalBook(db, Instant.now()).suggest(again);
        Assertions.assertThat(state(proposal)).isEqualTo("DIFFERENT");

        for (long card : ids) {
            db.insertInto(okienko.customers.schema.Tables.IDENTIFIERS)
                    .set(okienko.customers.schema.Tables.IDENTIFIERS.CARD_ID, card)
                    .set(okienko.customers.schema.Tables.IDENTIFIERS.IDENTIFIER, "E:" + channel + "@example.com")
                    .execute();
        }
        new ProposalBook(db, Instant.now()).suggest(again);
        Assertions.assertThat(state(proposal)).isEqualTo("OPEN");
    }

    @Test
    void aHouseholdIsNoQuestion() {
        String channel = world.channel();
        String phone = phone();
        customers.recognise(
                List.of(buyer(channel, 1, "Anna Brzęczyk", "", phone), buyer(channel, 2, "Piotr Brzęczyk", "", phone)));
        Assertions.assertThat(cards(channel, 1, 2)).hasSize(2);
        long piotr = customers.card(channel + ":2").orElseThrow().id();
        Assertions.assertThat(db.fetchCount(PROPOSALS, PROPOSALS.TWO_ID.eq(piotr)))
                .isZero();
    }

    @Test
    void allCardsAreComparedInTheBackground() {
        String channel = world.channel();
        String name = "Zdzisława Gżegżółka"
                + (char) ('a' + ThreadLocalRandom.current().nextInt(26)) + "wicz";
        // two telephones a slip apart: by equal identifiers nobody would see it
        int last = ThreadLocalRandom.current().nextInt(10_000, 99_999);
        customers.recognise(
                List.of(buyer(channel, 1, name, "", "6012" + last), buyer(channel, 2, name, "", "6013" + last)));
        long second = customers.card(channel + ":2").orElseThrow().id();
        try (Visitor ola = browser.signedIn(world.ola(), World.PASSWORD, Look.in("pl"))) {
            Page page = ola.open("/customers/proposals");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Porównaj wszystkie karty"))
                    .click();
            assertThat(page.getByText("Porównywanie się rozpoczęło.")).isVisible();
            page.waitForCondition(
                    () -> db.fetchCount(PROPOSALS, PROPOSALS.TWO_ID.eq(second).and(PROPOSALS.SOURCE.eq("RUN"))) == 1);
            page.waitForCondition(() -> {
                ola.open("/customers/proposals");
                return page.getByText("Ostatnie porównanie zakończone.").isVisible();
            });
        }
    }

    /** The second of two cards: its order has the e-mail address of the one and the telephone of another namesake. */
    private long pair(String channel) {
        String email = "z" + channel + "@example.com";
        String phone = phone();
        String name = "Zdzisława Trzebiatowska";
        customers.recognise(List.of(
                buyer(channel, 1, name, email, phone()),
                buyer(channel, 2, name, "", phone),
                buyer(channel, 3, name, email, phone)));
        long first = customers.card(channel + ":1").orElseThrow().id();
        long third = customers.card(channel + ":3").orElseThrow().id();
        return db.select(PROPOSALS.ID)
                .from(PROPOSALS)
                .where(PROPOSALS.ONE_ID.eq(first), PROPOSALS.TWO_ID.eq(third))
                .fetchSingle()
                .value1();
    }

    private Set<String> cards(String channel, int one, int two) {
        return Set.copyOf(customers
                .cards(List.of(channel + ":" + one, channel + ":" + two))
                .values());
    }

    private String state(long proposal) {
        return db.select(PROPOSALS.STATE)
                .from(PROPOSALS)
                .where(PROPOSALS.ID.eq(proposal))
                .fetchSingle()
                .value1();
    }

    private static Buyer buyer(String channel, int number, String name, String email, String phone) {
        return new Buyer(channel + ":" + number, name, "", email, phone, "PL", "", Instant.now());
    }

    private static String phone() {
        return "6" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    }
}
