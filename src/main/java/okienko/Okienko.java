package okienko;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The customer service office: one process, one database, one module per department. */
@Modulithic(
        systemName = "Okienko",
        sharedModules = {"vocabulary", "ui"})
@SpringBootApplication
public class Okienko {

    public static void main(String[] args) {
        SpringApplication.run(Okienko.class, args);
    }
}
