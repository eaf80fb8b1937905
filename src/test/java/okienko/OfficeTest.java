package okienko;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import okienko.browser.Browser;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test in the running office: the whole application, once for each of Maven's forks, on a random port and a throw-away
 * PostgreSQL (or on {@code OKIENKO_DATABASE_URL}). The database is not empty and not rolled back, so a test works with
 * names of its own, which {@link World} hands out. At hand for {@code @Autowired}: every door, {@link World},
 * {@link TestClock}, {@link Browser} and Spring's {@code MockMvcTester}.
 *
 * <p>Keep to this annotation as it is: a {@code @TestPropertySource} or another {@code @Import} on a test would start a
 * second office.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "okienko.data=target/test-office-${okienko.fork:1}",
            "okienko.styleguide=true",
            "okienko.database.throwaway=true",
            "okienko.database.binaries=.cache/postgres"
        })
@AutoConfigureMockMvc
@Import({World.class, Browser.class, OfficeTest.Time.class})
@ExtendWith(OfficeTest.RealTimeAgain.class)
public @interface OfficeTest {

    /** Puts the settable clock in the real one's place. */
    @TestConfiguration(proxyBeanMethods = false)
    class Time {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    /** A clock set by one test must not reach the next. */
    class RealTimeAgain implements AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext test) {
            SpringExtension.getApplicationContext(test).getBean(TestClock.class).reset();
        }
    }
}
