package okienko.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okienko.connections.allegro.Allegro;
import org.junit.jupiter.api.Test;

class AllegroTest extends PlatformContract {

    @Override
    StubShop open() {
        AllegroStub stub = new AllegroStub();
        // the first attempt only asks for the code that somebody confirms
        assertThatThrownBy(() -> new Allegro().test(ways.trial(new Allegro(), stub.address(), stub.credentials())))
                .isInstanceOf(PlatformTrouble.class);
        return stub;
    }

    @Test
    void twoWorkersWhoseTokenRanOutRenewItOnce() throws Exception {
        long connection = connect();
        until(() -> connection(connection).health().lastSuccess() != null);
        AllegroStub allegro = (AllegroStub) shop;
        int before = allegro.renewals();
        clock.advance(Duration.ofHours(13));
        Platform platform = new Allegro();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> work = () -> {
                platform.test(ways.to(connection(connection)));
                return true;
            };
            for (Future<Boolean> each : workers.invokeAll(List.of(work, work, work, work))) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(allegro.renewals()).isEqualTo(before + 1);
        assertThat(allegro.voided()).as("a refresh token used twice").isZero();
    }

    @Test
    void somebodyConfirmsTheFirstTimeAtAllegro() {
        AllegroStub allegro = (AllegroStub) shop;
        allegro.forgetConfirmation();
        Platform platform = new Allegro();
        assertThatThrownBy(() -> platform.test(ways.trial(platform, shop.address(), shop.credentials())))
                .hasMessageContaining("/skojarz-aplikacje?code=");
        allegro.confirm();
        Access trial = ways.trial(platform, shop.address(), shop.credentials());
        platform.test(trial);
        assertThat(trial.given()).containsKey("refresh");
    }
}
