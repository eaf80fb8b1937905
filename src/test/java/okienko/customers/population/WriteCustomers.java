package okienko.customers.population;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Writes made-up customers as CSV, and beside it who is who: {@code WriteCustomers RECORDS SEED main|hard FILE TRUTH}. */
public final class WriteCustomers {

    private static final String HEADING = "record_id,channel,created_at,buyer_login,first_name,last_name,company,nip,"
            + "email,phone,street,postal_code,city,country,pickup_point";

    private final Random random;
    private final Spoiler spoiler;

    private WriteCustomers(Random random, Spoiler spoiler) {
        this.random = random;
        this.spoiler = spoiler;
    }

    public static void main(String... words) throws IOException {
        write(
                Integer.parseInt(words[0]),
                Long.parseLong(words[1]),
                words[2].equals("hard"),
                Path.of(words[3]),
                Path.of(words[4]));
    }

    /** The truth's columns: record_id, cluster_id, trap, group. */
    public static void write(int records, long seed, boolean hard, Path file, Path truth) throws IOException {
        Random random = new Random(seed);
        Population population = new Population(random, hard ? .35 : .04, Math.max(1, records * 2 / 5));
        WriteCustomers writer = new WriteCustomers(random, new Spoiler(random, hard ? 2 : 1));
        try (PrintWriter rows = new PrintWriter(Files.newBufferedWriter(file));
                PrintWriter who = new PrintWriter(Files.newBufferedWriter(truth))) {
            rows.println(HEADING);
            who.println("record_id,cluster_id,trap,group");
            for (int i = 1; i <= records; i++) {
                int at = i <= population.people.size()
                        ? i - 1
                        : (int) (random.nextDouble() * random.nextDouble() * population.people.size());
                Somebody one = population.people.get(at);
                rows.println(writer.row(i, one));
                who.println(i + "," + one.id + "," + one.trap + "," + (one.group < 0 ? "" : one.group));
            }
        }
    }

    private String row(int number, Somebody one) {
        int c = random.nextInt(Population.CHANNELS.size());
        String channel = Population.CHANNELS.get(c);
        String given = spoiler.typed(given(one));
        String surname = spoiler.typed(one.surname.get(spoiler.now(.5) ? random.nextInt(one.surname.size()) : 0));
        if (spoiler.now(.03)) {
            String swap = given;
            given = surname;
            surname = swap;
        } else if (spoiler.now(.03)) {
            surname = given + " " + surname;
            given = "";
        }
        boolean firm = !one.company.isEmpty() && !spoiler.now(.15);
        Somebody.Home home = one.homes.get(random.nextInt(one.homes.size()));
        boolean locker = spoiler.now(.12);
        String created =
                String.format(Locale.ROOT, "2026-%02d-%02dT10:00:00Z", 1 + random.nextInt(11), 1 + random.nextInt(28));
        return String.join(
                ",",
                quoted(
                        String.valueOf(number),
                        channel,
                        created,
                        channel.equals("phone") || spoiler.now(.3) ? "" : one.logins[c],
                        given,
                        surname,
                        firm ? spoiler.company(one.company) : "",
                        firm && !spoiler.now(.25) ? spoiler.nip(one.nip) : "",
                        mail(one, channel),
                        spoiler.now(.08) ? "" : spoiler.phone(one.phones.get(random.nextInt(one.phones.size()))),
                        locker ? "Paczkomat " + one.locker : spoiler.street(home),
                        locker && random.nextBoolean()
                                ? ""
                                : spoiler.now(.06) ? home.postalCode().replace("-", "") : home.postalCode(),
                        locker && random.nextBoolean() ? "" : spoiler.typed(home.town()),
                        "PL",
                        locker ? one.locker : ""));
    }

    private String given(Somebody one) {
        if (spoiler.now(.02)) return one.given.getFirst().charAt(0) + ".";
        return one.given.get(spoiler.now(.12) ? random.nextInt(one.given.size()) : 0);
    }

    private String mail(Somebody one, String channel) {
        if (channel.equals("phone") && random.nextBoolean()) return "";
        return switch (channel) {
            case "allegro" ->
                Integer.toString(one.id * 7919 + 1_000_003, 36) + "+" + Integer.toString(random.nextInt(1 << 30), 36)
                        + "@allegromail.pl";
            case "amazon" -> Integer.toString(random.nextInt(1 << 30), 36) + "@marketplace.amazon.pl";
            default -> spoiler.mail(one.mails.get(random.nextInt(one.mails.size())));
        };
    }

    private static String[] quoted(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].contains(",") || cells[i].contains("\""))
                cells[i] = '"' + cells[i].replace("\"", "\"\"") + '"';
        }
        return cells;
    }
}
