package okienko.connections;

class ShoperTest extends PlatformContract {

    @Override
    StubShop open() {
        return new ShoperStub();
    }
}
