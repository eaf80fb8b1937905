package okienko.ordercontrol.trial;

/** What {@code --help} prints. */
final class Help {

    static final String TEXT = """
            okienko check FILE...   controls exported orders without a server or a database

            Prints one JSON verdict a line, in the order of the input:
              {"channel","externalId","verdict":"RELEASED|WAITING|HELD","holds":[{"reason","field","message","evidence":{}}]}
            and a summary by reason on standard error. What cannot be read is HELD with UNREADABLE, what the channel
            has cancelled with CANCELLED, tests and drafts with NOT_READY. Exit 0, or 2 for unusable arguments.

            FILE is an export in a format below; - is standard input. Formats are recognised by themselves:
              canonical    our JSON: one order, an array, or one order a line (NDJSON)
              woocommerce  orders of the REST API v3
              allegro      checkout forms
              shopify      orders of the Admin REST API
              base         getOrders of Base (BaseLinker)
              shoper, prestashop  orders as the office's connection puts them together
              csv          a line for each order line; headings in pl, en, de, ru, bg

            Options
              --stock FILE      stock levels: sku, onHand, dueQuantity, dueOn
              --payments FILE   money received: channel + externalId, or number; amount, currency, receivedAt, source,
                                reference. Without it the channel's own paid amount counts
              --customers FILE  known customers: reference, name, company, email, phone, taxId, earlierOrders,
                                refusedParcels, flags (BLOCKED, OPEN_DISPUTE, OVERDUE_DEBT)
              --rules FILE      the rules to judge by, as exported in Settings, Checks (docs/rules.md)
              --channel NAME    the channel of orders that do not name theirs
              --lang LANGUAGE   of the messages: en (as without it), pl, ru, bg
              --now TIME        control as if it were then: 2026-11-23T10:00:00Z
              --format FORMAT   when a file is not recognised by itself
              --help            this text

            The three reference files are CSV (any separator) or JSON; usual Polish, German, Russian and Bulgarian headings
            are known too ("stan", "kwota", "waluta", "nip" ...). Repeated orders are found among the last 50,000 of the input.
            """;

    private Help() {}
}
