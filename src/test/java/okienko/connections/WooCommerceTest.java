package okienko.connections;

class WooCommerceTest extends PlatformContract {

    @Override
    StubShop open() {
        return new WooCommerceStub();
    }
}
