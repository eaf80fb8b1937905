package okienko;

import okienko.connections.alarms.ConnectionAlarms;
import okienko.connections.articles.StockPuller;
import okienko.connections.polling.Poller;
import okienko.customers.review.WholeBase;
import okienko.demo.DemoShop;
import okienko.ordercontrol.OrderControl;
import okienko.payments.notifications.Confirmations;
import okienko.payments.rates.RateFetching;
import okienko.payments.statements.StatementReader;
import okienko.shops.imports.ImportRunner;
import okienko.taxregisters.RegisterQueries;
import okienko.warehouse.Dispatch;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Every recurring job of the office, one line each; nothing else in the house is scheduled. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Timetable {

    private final OrderControl control;
    private final Dispatch dispatch;
    private final DemoShop demo;
    private final ImportRunner imports;
    private final RateFetching rates;
    private final RegisterQueries taxRegisters;
    private final Poller poller;
    private final StockPuller stock;
    private final StatementReader statements;
    private final Confirmations confirmations;
    private final ConnectionAlarms connectionAlarms;
    private final WholeBase customers;

    Timetable(
            OrderControl control,
            Dispatch dispatch,
            DemoShop demo,
            ImportRunner imports,
            RateFetching rates,
            RegisterQueries taxRegisters,
            Poller poller,
            StockPuller stock,
            StatementReader statements,
            Confirmations confirmations,
            ConnectionAlarms connectionAlarms,
            WholeBase customers) {
        this.control = control;
        this.dispatch = dispatch;
        this.demo = demo;
        this.imports = imports;
        this.rates = rates;
        this.taxRegisters = taxRegisters;
        this.poller = poller;
        this.stock = stock;
        this.statements = statements;
        this.confirmations = confirmations;
        this.connectionAlarms = connectionAlarms;
        this.customers = customers;
    }

    /** Deadlines that have come; orders left in the queue by another process. */
    @Scheduled(fixedDelay = 3_000)
    void orderControl() {
        control.keepTime();
    }

    /** Hand-overs whose next attempt has come. */
    @Scheduled(fixedDelay = 1_000)
    void warehouse() {
        dispatch.deliverDue();
    }

    /** Orders of the demo shop that are due, and what their customers do afterwards. */
    @Scheduled(fixedDelay = 1_000)
    void demoShop() {
        demo.work();
    }

    /** Pieces put aside for orders that were sent days ago. */
    @Scheduled(initialDelay = 600_000, fixedDelay = 3_600_000)
    void shelves() {
        control.clearShelves();
    }

    /** What control saw longer ago than it is kept. */
    @Scheduled(initialDelay = 900_000, fixedDelay = 3_600_000)
    void evaluations() {
        control.forgetOldEvaluations();
    }

    /** Files in the drop folder; imports that a restart interrupted. */
    @Scheduled(fixedDelay = 2_000)
    void imports() {
        imports.work();
    }

    /** The bank's table of exchange rates, where that is turned on and it is time to ask. */
    @Scheduled(initialDelay = 20_000, fixedDelay = 60_000)
    void exchangeRates() {
        rates.work();
    }

    /** Tax numbers that orders want to know about, where a register is turned on. */
    @Scheduled(fixedDelay = 5_000)
    void taxRegisters() {
        taxRegisters.work();
    }

    /** Connected shops whose turn it is. */
    @Scheduled(fixedDelay = 1_000)
    void connections() {
        poller.work();
    }

    /** What connected shops sell and have left, where that is switched on. */
    @Scheduled(fixedDelay = 2_000)
    void stock() {
        stock.work();
    }

    /** Shops that have not been read for a while. */
    @Scheduled(fixedDelay = 10_000)
    void connectionAlarms() {
        connectionAlarms.ring();
    }

    /** What shops called out long ago. */
    @Scheduled(initialDelay = 1_200_000, fixedDelay = 3_600_000)
    void oldHooks() {
        poller.forgetOld();
    }

    /** Bank statements in their folder; transfers whose orders have come meanwhile. */
    @Scheduled(fixedDelay = 5_000)
    void statements() {
        statements.work();
    }

    /** Payments that their provider wants confirmed. */
    @Scheduled(fixedDelay = 2_000)
    void confirmations() {
        confirmations.work();
    }

    /** Comparing all customers, where somebody asked for it. */
    @Scheduled(fixedDelay = 2_000)
    void customers() {
        customers.work();
    }
}
