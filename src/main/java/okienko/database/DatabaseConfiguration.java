package okienko.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The embedded default: used unless {@code spring.datasource.url} is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "never-this-value")
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedPg embeddedPg(
            @Value("${okienko.data:./data}") Path data,
            @Value("${okienko.database.throwaway:false}") boolean throwaway,
            @Value("${okienko.database.binaries:}") String binaries) {
        Path home = data.resolve("database");
        Path bin = binaries.isBlank() ? home.resolve("bin") : Path.of(binaries);
        return EmbeddedPg.start(new EmbeddedPg.Options(home, bin, !throwaway, 0, Map.of()));
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(EmbeddedPg pg) {
        HikariDataSource source = new HikariDataSource();
        source.setPoolName("okienko");
        source.setJdbcUrl(pg.jdbcUrl("postgres"));
        source.setUsername(pg.user());
        source.setPassword(pg.password());
        source.setMaximumPoolSize(16);
        source.setConnectionTimeout(5_000); // 30 s by default: holds up a shutdown whose database is gone
        return source;
    }
}
