package okienko.customers.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Made-up customers, among them those that are easily taken for one another. */
final class Population {

    static final List<String> CHANNELS = List.of("allegro", "shop", "amazon", "phone");

    /** Who is easily taken for somebody else, and how many of 100 groups are of that kind. */
    private static final List<String> TRAPS = List.of(
            "household",
            "household",
            "household",
            "fatherSon",
            "namesakes",
            "twins",
            "tenants",
            "sharedMailbox",
            "companyGroup",
            "dropShip",
            "recycledPhone");

    private final Random random;
    final List<Somebody> people = new ArrayList<>();
    private int groups;

    Population(Random random, double trapShare, int size) {
        this.random = random;
        while (people.size() < size) {
            if (random.nextDouble() < trapShare) group(TRAPS.get(random.nextInt(TRAPS.size())));
            else if (random.nextInt(8) == 0) company();
            else person();
        }
    }

    private Somebody person() {
        Somebody one = new Somebody(people.size());
        people.add(one);
        boolean woman = random.nextBoolean();
        if (random.nextInt(9) == 0) {
            one.given = forms(Vocabulary.pick(woman ? Vocabulary.WOMEN_EAST : Vocabulary.MEN_EAST, random));
            List<String> surname = forms(Vocabulary.pick(Vocabulary.SURNAMES_EAST, random));
            one.surname = woman ? surname.stream().map(Vocabulary::feminine).toList() : surname;
        } else {
            one.given = forms(Vocabulary.pick(woman ? Vocabulary.WOMEN : Vocabulary.MEN, random));
            String surname = Vocabulary.surname(random);
            one.surname = List.of(woman ? Vocabulary.feminine(surname) : surname);
            if (woman && random.nextInt(25) == 0) { // married: both names, or the new one
                String married = Vocabulary.feminine(Vocabulary.surname(random));
                one.surname = List.of(one.surname.getFirst(), one.surname.getFirst() + "-" + married, married);
            }
        }
        reach(one);
        one.homes.add(home());
        if (random.nextInt(7) == 0) one.homes.add(home());
        return one;
    }

    private void reach(Somebody one) {
        one.mails.add(mail(one));
        if (random.nextInt(4) == 0) one.mails.add(mail(one));
        one.phones.add(phone());
        if (random.nextInt(6) == 0) one.phones.add(phone());
        for (int c = 0; c < one.logins.length; c++) one.logins[c] = login(one);
        one.locker = Spoiler.plain(Vocabulary.TOWNS.get(random.nextInt(20)))
                        .substring(0, 3)
                        .toUpperCase(Locale.ROOT) + (10 + random.nextInt(90)) + "A";
    }

    private Somebody company() {
        Somebody one = person();
        one.company = Vocabulary.FIRMS.get(random.nextInt(Vocabulary.FIRMS.size())) + " "
                + (random.nextBoolean() ? Vocabulary.surname(random) : "Sp. z o.o.");
        one.nip = nip();
        return one;
    }

    private void group(String trap) {
        int first = people.size();
        switch (trap) {
            case "household" -> household(2 + random.nextInt(3));
            case "fatherSon" -> fatherSon();
            case "namesakes" -> namesakes();
            case "twins" -> household(2);
            case "tenants" -> tenants();
            case "sharedMailbox" -> sharedMailbox();
            case "companyGroup" -> companyGroup();
            case "dropShip" -> dropShip();
            default -> {
                Somebody before = person();
                person().phones.set(0, before.phones.getFirst());
            }
        }
        for (Somebody one : people.subList(first, people.size())) {
            one.trap = trap;
            one.group = groups;
        }
        groups++;
    }

    private void household(int members) {
        Somebody head = person();
        for (int i = 1; i < members; i++) {
            Somebody member = person();
            if (member.given.equals(head.given))
                member.given = List.of(head.given.getFirst().endsWith("a") ? "Olgierd" : "Lucyna");
            member.surname = head.surname.size() == 1 && random.nextInt(4) > 0 ? same(head, member) : member.surname;
            member.homes.clear();
            member.homes.add(head.homes.getFirst());
            if (random.nextInt(3) == 0) member.phones.set(0, head.phones.getFirst());
        }
    }

    private static List<String> same(Somebody head, Somebody member) {
        String name = head.surname.getFirst().replaceAll("(?<=[sc]k)a$", "i");
        return List.of(member.given.getFirst().endsWith("a") ? Vocabulary.feminine(name) : name);
    }

    private void fatherSon() {
        Somebody father = person();
        Somebody son = person();
        son.given = father.given;
        son.surname = father.surname;
        son.homes.clear();
        son.homes.add(father.homes.getFirst());
    }

    private void namesakes() {
        Somebody one = person();
        Somebody other = person();
        other.given = one.given;
        other.surname = one.surname;
        var home = other.homes.getFirst();
        var town = one.homes.getFirst();
        other.homes.clear();
        other.homes.add(
                new Somebody.Home(home.street(), home.number(), home.flat(), near(town.postalCode()), town.town()));
    }

    private void tenants() {
        Somebody before = person();
        Somebody after = person();
        after.homes.set(0, before.homes.getFirst());
    }

    private void sharedMailbox() {
        Somebody firm = company();
        firm.mails.clear();
        firm.mails.add("biuro@" + Spoiler.plain(firm.company).replaceAll("[^a-z]", "") + ".example.com");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Somebody colleague = person();
            colleague.mails.clear();
            colleague.mails.add(firm.mails.getFirst());
        }
    }

    private void companyGroup() {
        Somebody one = company();
        Somebody other = company();
        String core = one.company.replaceFirst(" .*", "");
        one.company = core + " Sp. z o.o.";
        other.company = core + (random.nextBoolean() ? " Invest" : "") + " S.A.";
        other.homes.set(0, one.homes.getFirst());
        other.phones.set(0, one.phones.getFirst());
    }

    private void dropShip() {
        String mail = "zamowienia" + random.nextInt(10_000) + "@example.com";
        String phone = phone();
        for (int i = 6 + random.nextInt(6); i > 0; i--) {
            Somebody end = person();
            end.mails.clear();
            end.mails.add(mail);
            end.phones.clear();
            end.phones.add(phone);
        }
    }

    private Somebody.Home home() {
        String[] town = Vocabulary.pick(Vocabulary.TOWNS, random).split(" (?=\\d)", -1);
        String code = town[1] + "-" + String.format(Locale.ROOT, "%03d", 1 + random.nextInt(950));
        boolean village = Vocabulary.TOWNS.indexOf(town[0] + " " + town[1]) > 36 && random.nextInt(3) > 0;
        String number = String.valueOf(1 + random.nextInt(random.nextBoolean() ? 30 : 150));
        if (random.nextInt(12) == 0) number += "ABC".charAt(random.nextInt(3));
        String flat = random.nextInt(2) == 0 || village ? "" : String.valueOf(1 + random.nextInt(60));
        return new Somebody.Home(
                village ? "" : Vocabulary.STREETS.get(random.nextInt(Vocabulary.STREETS.size())),
                number,
                flat,
                code,
                town[0]);
    }

    private String near(String code) {
        return code.substring(0, 3) + String.format(Locale.ROOT, "%03d", 1 + random.nextInt(950));
    }

    private String mail(Somebody one) {
        String given = Spoiler.plain(one.given.getLast());
        String surname = Spoiler.plain(one.surname.getLast()).replace("-", "");
        String local = switch (random.nextInt(6)) {
            case 0 -> given + "." + surname;
            case 1 -> given.charAt(0) + surname;
            case 2 -> given + surname + (random.nextInt(90) + 10);
            case 3 -> surname + (random.nextInt(60) + 1950);
            case 4 -> given + random.nextInt(10_000);
            default -> "x" + Integer.toString(random.nextInt(Integer.MAX_VALUE), 36);
        };
        return local + "@" + Vocabulary.MAIL.get(random.nextInt(Vocabulary.MAIL.size()));
    }

    private String login(Somebody one) {
        if (random.nextInt(3) == 0) return "Client:" + random.nextInt(90_000_000);
        return Spoiler.plain(one.given.getLast()) + (random.nextBoolean() ? "_" : "") + random.nextInt(100_000);
    }

    private String phone() {
        return "5678".charAt(random.nextInt(4)) + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
    }

    /** A number with the right check digit, as the tax office hands out. */
    private String nip() {
        int[] weights = {6, 5, 7, 2, 3, 4, 5, 6, 7};
        while (true) {
            String nine = String.valueOf(100_000_000 + random.nextInt(900_000_000));
            int sum = 0;
            for (int i = 0; i < 9; i++) sum += weights[i] * (nine.charAt(i) - '0');
            if (sum % 11 < 10) return nine + sum % 11;
        }
    }

    private static List<String> forms(String words) {
        return List.of(words.split(" ", -1));
    }
}
