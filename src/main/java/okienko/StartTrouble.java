package okienko;

import okienko.database.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells the operator in two sentences why the office does not open, instead of a stack trace. */
final class StartTrouble {

    /** What our own modules refuse. */
    static class Refused extends AbstractFailureAnalyzer<StartRefused> {
        @Override
        protected FailureAnalysis analyze(Throwable root, StartRefused cause) {
            return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
        }
    }

    /** Before Spring's own analysis, which does not know our variable. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class PortTaken extends AbstractFailureAnalyzer<PortInUseException> {
        @Override
        protected @Nullable FailureAnalysis analyze(Throwable root, PortInUseException cause) {
            return new FailureAnalysis(
                    "Port " + cause.getPort() + " is taken by another program.",
                    "Stop that program, or choose another port: OKIENKO_PORT=8081 ./okienko",
                    cause);
        }
    }

    private StartTrouble() {}
}
