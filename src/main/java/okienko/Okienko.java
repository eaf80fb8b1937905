package okienko;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** The customer service office: one process, one database, one module per department. */
@Modulithic(
        systemName = "Okienko",
        sharedModules = {"vocabulary", "ui"})
@SpringBootApplication(proxyBeanMethods = false)
public class Okienko {

    public static void main(String[] args) {
        SpringApplication.run(Okienko.class, args);
    }

    /** The only clock in the house: whoever needs the time is given it, so that a test can set it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
