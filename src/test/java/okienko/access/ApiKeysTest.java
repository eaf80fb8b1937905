package okienko.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import okienko.OfficeTest;
import okienko.World;
import okienko.access.ApiKeys.Made;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Keys of programs. */
@OfficeTest
class ApiKeysTest {

    @Autowired
    ApiKeys keys;

    @Autowired
    World world;

    @Autowired
    MockMvcTester web;

    @Test
    void aKeyIsRecognisedByItsTextAlone() {
        String name = world.unique("shop");
        String key = made(name);
        assertThat(keys.recognise(key).orElseThrow().name()).isEqualTo(name);
        assertThat(keys.recognise(key + "x")).isEmpty();
        assertThat(keys.recognise("")).isEmpty();
    }

    @Test
    void aRevokedKeyOpensNothing() {
        String key = made(world.unique("shop"));
        keys.revoke(keys.recognise(key).orElseThrow().id());
        assertThat(keys.recognise(key)).isEmpty();
        assertThat(web.get().uri("/api/v1/nothing-here").header("Authorization", "Bearer " + key))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("revoked");
    }

    @Test
    void aKeyComesInWhereItsNameIsThen404() {
        assertThat(web.get()
                        .uri("/api/v1/nothing-here")
                        .header("Authorization", "Bearer " + made(world.unique("shop"))))
                .hasStatus(404);
    }

    @Test
    void namesOfKeysInUseAreDifferent() {
        String name = world.unique("shop");
        made(name);
        assertThat(keys.create(name, Set.of("orders:read"))).isEqualTo(new Made.NameTaken());
        assertThat(keys.create(world.unique("shop"), Set.of("everything"))).isEqualTo(new Made.ScopesRefused());
        assertThat(keys.create(" ", Set.of("orders:read"))).isEqualTo(new Made.NameRefused());
    }

    private String made(String name) {
        return ((Made.Created) keys.create(name, Set.of("orders:read"))).key();
    }
}
