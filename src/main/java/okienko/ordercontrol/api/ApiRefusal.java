package okienko.ordercontrol.api;

import java.time.Instant;
import java.util.Map;

/** Why a request is not done; {@link ApiProblems} tells it as a problem document. */
abstract sealed class ApiRefusal extends RuntimeException {

    private ApiRefusal(String message) {
        super(message);
    }

    /** A parameter, header or field cannot be used. */
    static final class Parameter extends ApiRefusal {
        final String field;
        final String value;
        final String remedy;

        Parameter(String field, String value, String remedy) {
            super(field + " cannot be used");
            this.field = field;
            this.value = value;
            this.remedy = remedy;
        }
    }

    /** There is no such order. */
    static final class Unknown extends ApiRefusal {
        final long id;

        Unknown(long id) {
            super("no order " + id);
            this.id = id;
        }
    }

    /** The request does not say which version of the order it was decided on. */
    static final class VersionMissing extends ApiRefusal {
        VersionMissing() {
            super("no If-Match");
        }
    }

    /** The order has changed since. */
    static final class Stale extends ApiRefusal {
        final long version;

        Stale(long version) {
            super("changed meanwhile");
            this.version = version;
        }
    }

    /** A consultant is working on it. */
    static final class Claimed extends ApiRefusal {
        final String agent;
        final Instant until;

        Claimed(String agent, Instant until) {
            super("claimed by " + agent);
            this.agent = agent;
            this.until = until;
        }
    }

    /** Order control does not do it. */
    static final class Control extends ApiRefusal {
        final String code;
        final Map<String, String> fields;

        Control(String code, Map<String, String> fields) {
            super(code);
            this.code = code;
            this.fields = Map.copyOf(fields);
        }
    }
}
