package okienko.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerAddressTest {

    @Test
    void anAddressFromAHostingCompanyCarriesItsAccount() {
        var server = ServerAddress.parse("postgres://ania:s%40cret+1@db.example:5433/office?sslmode=require", "", "");
        assertThat(server)
                .isEqualTo(new ServerAddress(
                        "jdbc:postgresql://db.example:5433/office?sslmode=require&reWriteBatchedInserts=true",
                        "ania",
                        "s@cret+1"));
    }

    @Test
    void aJdbcAddressTakesTheAccountGivenApart() {
        var server = ServerAddress.parse("jdbc:postgresql://localhost/office", "ania", "secret");
        assertThat(server)
                .isEqualTo(new ServerAddress(
                        "jdbc:postgresql://localhost/office?reWriteBatchedInserts=true", "ania", "secret"));
    }

    @Test
    void anotherDatabaseIsRefused() {
        assertThatThrownBy(() -> ServerAddress.parse("mysql://localhost/office", "", ""))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("not the address of a PostgreSQL");
    }

    @Test
    void thePasswordIsNeverShown() {
        assertThat(ServerAddress.parse("postgres://ania:secret@localhost/office", "", ""))
                .asString()
                .doesNotContain("secret");
        assertThatThrownBy(() -> ServerAddress.parse("postgres://ania:sec ret@localhost/office", "", ""))
                .hasMessageNotContaining("sec ret")
                .hasNoCause();
    }
}
