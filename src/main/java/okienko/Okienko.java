package okienko;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import okienko.customers.dedupe.DedupeCommand;
import okienko.ordercontrol.comments.CommentsCommand;
import okienko.ordercontrol.trial.CheckCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** The customer service office: one process, one database, one module per department. */
@Modulithic(
        systemName = "Okienko",
        sharedModules = {"vocabulary", "ui"})
@SpringBootApplication(
        proxyBeanMethods = false,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // two departments may use the same word
public class Okienko {

    public static void main(String[] args) throws IOException, InterruptedException {
        String[] words = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (args.length == 0 ? "" : args[0]) {
            // commands of their own: they start no server and ask no database
            case "check" -> CheckCommand.main(words);
            case "comments" -> CommentsCommand.main(words);
            case "customers" -> DedupeCommand.main(words);
            case "rehearse" -> Rehearsal.main(words);
            default -> SpringApplication.run(Okienko.class, args);
        }
    }

    /** The only clock in the house: whoever needs the time is given it, so that a test can set it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
