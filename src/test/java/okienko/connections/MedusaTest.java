package okienko.connections;

class MedusaTest extends PlatformContract {

    @Override
    StubShop open() {
        return new MedusaStub();
    }
}
