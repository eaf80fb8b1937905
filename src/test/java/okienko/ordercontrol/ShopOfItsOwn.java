package okienko.ordercontrol;

import okienko.World;
import okienko.ordercontrol.rules.RuleBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Gives each test a shop with a channel of its own, and afterwards brings the rules back that were there before. */
public abstract class ShopOfItsOwn {

    @Autowired
    protected AutowireCapableBeanFactory office;

    @Autowired
    protected World world;

    @Autowired
    protected RuleBook rules;

    protected TestShop shop;
    private int before;

    @BeforeEach
    void openShop() {
        shop = TestShop.open(world.channel(), office);
        before = rules.current().version();
    }

    @AfterEach
    void bringBackTheRules() {
        rules.bringBack(before, "test", "", false);
    }

    /** Saves a rule for this shop alone. */
    protected Reason save(OwnRule rule) {
        return rule.in(rules, shop.channel, world.unique("own"));
    }

    /** What becomes of an order when somebody acts on it as it stands. */
    protected Outcome act(okienko.orders.OrderId order, String agent, Action action) {
        return office.getBean(OrderControl.class).act(order, shop.now(order).version(), agent, action);
    }
}
