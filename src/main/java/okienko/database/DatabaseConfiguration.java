package okienko.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import okienko.database.EmbeddedPostgres.Keeping;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The database of the office: the embedded one, unless {@code OKIENKO_DATABASE_URL} names another. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int OLDEST_POSTGRES = 15;
    private static final int CONNECTIONS = 16;
    // Hikari's 30 s would hold up a shutdown whose database is gone
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    /** Begins when it is first asked for: never where another server is named. */
    @Bean(destroyMethod = "close")
    @Lazy
    EmbeddedPostgres embeddedPostgres(
            @Value("${okienko.data:./data}") Path data,
            @Value("${okienko.database.throwaway:false}") boolean throwaway,
            @Value("${okienko.database.binaries:}") String programs) {
        Path home = data.resolve("database");
        Path unpackIn = programs.isBlank() ? home.resolve("bin") : Path.of(programs);
        return EmbeddedPostgres.start(home, unpackIn, throwaway ? Keeping.THROWAWAY : Keeping.DURABLE);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            ObjectProvider<EmbeddedPostgres> embedded,
            @Value("${okienko.database.url:}") String url,
            @Value("${okienko.database.user:}") String user,
            @Value("${okienko.database.password:}") String password) {
        if (url.isBlank()) { // an empty variable counts as none
            EmbeddedPostgres postgres = embedded.getObject();
            return pool(new ServerAddress(postgres.url(), postgres.user(), postgres.password()));
        }
        ServerAddress server = ServerAddress.parse(url, user, password);
        examine(server);
        return pool(server);
    }

    private static HikariDataSource pool(ServerAddress server) {
        var pool = new HikariDataSource();
        pool.setPoolName("okienko");
        pool.setJdbcUrl(server.url());
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionTimeout(CONNECT_LIMIT.toMillis());
        return pool;
    }

    private static void examine(ServerAddress server) {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_POSTGRES) {
                throw new StartRefused(
                        "The PostgreSQL at " + server + " is version " + version + ".",
                        "Okienko needs PostgreSQL " + OLDEST_POSTGRES + " or newer.");
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "The database at " + server + " cannot be used: " + e.getMessage(),
                    "Check OKIENKO_DATABASE_URL, the account and the server; without it Okienko brings its own database.");
        }
    }
}
