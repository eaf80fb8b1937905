package okienko.taxregisters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import okienko.taxregisters.RegisterClient.Reply;
import okienko.taxregisters.TaxRegisters.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the registers what orders want to know: the oldest question first, never more than a register allows, and less
 * often the more of a day's quota is used. A register that does not answer is left alone, each time twice as long.
 */
@Component
public class RegisterQueries {

    /** Questions to one register in one go. */
    private static final int MOST_AT_ONCE = 10;

    private static final Logger log = LoggerFactory.getLogger(RegisterQueries.class);

    /**
     * How long numbers are collected before a question about fewer than it may hold is asked, by the share of the day's
     * quota that is used: 100 questions for 30 numbers each are plenty, for one number each they are not.
     */
    private static final List<Patience> PATIENCE = List.of(
            new Patience(30, Duration.ZERO),
            new Patience(60, Duration.ofMinutes(5)),
            new Patience(90, Duration.ofMinutes(15)),
            new Patience(WhiteListClient.DAILY, Duration.ofMinutes(60)));

    private record Patience(int asked, Duration collecting) {}

    private final TaxRegisters registers;
    private final Connections connections;
    private final Wire wire;
    private final Clock clock;

    RegisterQueries(TaxRegisters registers, Connections connections, Wire wire, Clock clock) {
        this.registers = registers;
        this.connections = connections;
        this.wire = wire;
        this.clock = clock;
    }

    /** Asks whatever may be asked now. */
    public synchronized void work() {
        for (Connection connection : connections.all()) {
            for (int i = 0; i < MOST_AT_ONCE && asked(connections.of(connection.register())); i++) {}
        }
    }

    /** Asks one register once; whether it answered, so that it may be asked again at once. */
    private boolean asked(Connection connection) {
        Instant now = clock.instant();
        if (!connection.canBeAsked(now)) return false;
        RegisterClient client = client(connection);
        List<Question> questions = registers.due(connection.register(), now, client.most());
        if (questions.isEmpty()) return false;
        LocalDate today = LocalDate.ofInstant(now, TaxRegisters.WARSAW);
        if (connection.register() == Register.WHITE_LIST) {
            int used = connections.asked(Register.WHITE_LIST, today);
            Optional<Duration> patience = patience(used);
            if (patience.isEmpty()) return restUntilMidnight(connection, now, "quota " + used);
            boolean full = questions.size() == client.most();
            if (!full && questions.getFirst().since().plus(patience.get()).isAfter(now)) return false;
        }
        connections.count(connection.register(), today);
        List<String> numbers = questions.stream().map(Question::number).toList();
        return settled(connection, questions, client.ask(numbers, today), now);
    }

    private boolean settled(Connection connection, List<Question> questions, Reply reply, Instant now) {
        return switch (reply) {
            case Reply.Answered(var answers) -> {
                registers.keep(answers);
                connections.answered(connection.register(), now);
                // what it left out is asked for again later, alone
                registers.postpone(
                        questions.stream()
                                .filter(each -> answers.stream()
                                        .noneMatch(answer -> answer.number().equals(each.number())))
                                .toList(),
                        now);
                yield true;
            }
            case Reply.Later(var why) -> {
                connections.note(connection.register(), now, why);
                registers.postpone(questions, now);
                yield true;
            }
            case Reply.Down(var why) -> {
                log.warn("{} does not answer: {}", connection.register(), why);
                connections.rests(
                        connection.register(), now, now.plus(Connection.rest(connection.outages())), why, true);
                yield false;
            }
            case Reply.UsedUp(var why) -> restUntilMidnight(connection, now, why);
        };
    }

    private boolean restUntilMidnight(Connection connection, Instant now, String why) {
        Instant midnight = LocalDate.ofInstant(now, TaxRegisters.WARSAW)
                .plusDays(1)
                .atStartOfDay(TaxRegisters.WARSAW)
                .toInstant();
        connections.rests(connection.register(), now, midnight, why, false);
        return false;
    }

    private RegisterClient client(Connection connection) {
        String address = connection.address().replaceAll("/+$", "");
        return switch (connection.register()) {
            case WHITE_LIST -> new WhiteListClient(address, wire);
            case VIES -> new ViesClient(address, connection.ownNumber(), wire);
        };
    }

    /** Empty when the day's quota is used up. */
    private static Optional<Duration> patience(int used) {
        return PATIENCE.stream()
                .filter(each -> used < each.asked())
                .map(Patience::collecting)
                .findFirst();
    }
}
