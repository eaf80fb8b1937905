package okienko.connections;

class VendureTest extends PlatformContract {

    @Override
    StubShop open() {
        return new VendureStub();
    }
}
