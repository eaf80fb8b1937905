package okienko.payments.notifications;

import static okienko.payments.schema.Tables.PROVIDER_ACCOUNTS;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.access.Audit;
import okienko.access.Secrets;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The shop's accounts with providers; what is secret lies encrypted in the database. */
@Repository
class Accounts {

    private final DSLContext db;
    private final Secrets secrets;
    private final Audit audit;
    private final Clock clock;

    Accounts(DSLContext db, Secrets secrets, Audit audit, Clock clock) {
        this.db = db;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    List<Account> all() {
        return db.selectFrom(PROVIDER_ACCOUNTS).orderBy(PROVIDER_ACCOUNTS.NAME).fetch(this::account);
    }

    Optional<Account> find(String name) {
        return db.selectFrom(PROVIDER_ACCOUNTS)
                .where(PROVIDER_ACCOUNTS.NAME.eq(name))
                .fetchOptional(this::account);
    }

    /** Adds an account, or changes the one of that name. */
    @Transactional
    void save(Account account, String agent) {
        String secret = secrets.conceal(account.secret());
        String key = secrets.conceal(account.apiKey());
        db.insertInto(PROVIDER_ACCOUNTS)
                .set(PROVIDER_ACCOUNTS.NAME, account.name())
                .set(PROVIDER_ACCOUNTS.PROVIDER, account.provider())
                .set(PROVIDER_ACCOUNTS.MERCHANT, account.merchant())
                .set(PROVIDER_ACCOUNTS.SECRET, secret)
                .set(PROVIDER_ACCOUNTS.API_KEY, key)
                .set(PROVIDER_ACCOUNTS.ADDRESS, account.address())
                .set(PROVIDER_ACCOUNTS.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(PROVIDER_ACCOUNTS.CREATED_BY, agent)
                .onConflict(PROVIDER_ACCOUNTS.NAME)
                .doUpdate()
                .set(PROVIDER_ACCOUNTS.PROVIDER, account.provider())
                .set(PROVIDER_ACCOUNTS.MERCHANT, account.merchant())
                .set(PROVIDER_ACCOUNTS.SECRET, secret)
                .set(PROVIDER_ACCOUNTS.API_KEY, key)
                .set(PROVIDER_ACCOUNTS.ADDRESS, account.address())
                .execute();
        audit.record(
                "provider.saved",
                account.name(),
                Map.of("provider", account.provider(), "merchant", account.merchant()));
    }

    @Transactional
    boolean remove(String name) {
        boolean gone = db.deleteFrom(PROVIDER_ACCOUNTS)
                        .where(PROVIDER_ACCOUNTS.NAME.eq(name))
                        .execute()
                == 1;
        if (gone) audit.record("provider.removed", name, Map.of());
        return gone;
    }

    private Account account(Record row) {
        return new Account(
                row.get(PROVIDER_ACCOUNTS.NAME),
                row.get(PROVIDER_ACCOUNTS.PROVIDER),
                row.get(PROVIDER_ACCOUNTS.MERCHANT),
                secrets.reveal(row.get(PROVIDER_ACCOUNTS.SECRET)),
                secrets.reveal(row.get(PROVIDER_ACCOUNTS.API_KEY)),
                row.get(PROVIDER_ACCOUNTS.ADDRESS));
    }
}
