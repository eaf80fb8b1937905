package okienko.payments.matching;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Names and ways of writing for made-up transfers: put together by hand, no real person among them on purpose. */
final class Vocabulary {

    private static final List<String> WOMEN = words("""
            Anna Maria Katarzyna Małgorzata Agnieszka Barbara Ewa Krystyna Elżbieta Magdalena Joanna Zofia Monika Teresa
            Danuta Natalia Aleksandra Karolina Marta Beata Dorota Halina Jadwiga Paulina Justyna Sylwia Żaneta Łucja""");

    private static final List<String> MEN = words("""
            Jan Andrzej Piotr Krzysztof Stanisław Tomasz Paweł Józef Marcin Marek Michał Grzegorz Jerzy Tadeusz Adam
            Łukasz Zbigniew Ryszard Dariusz Henryk Mariusz Kazimierz Wojciech Robert Mateusz Rafał Jacek Sławomir""");

    /** The first are far commoner than the last, as in life. */
    private static final List<String> SURNAMES = words("""
            Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski
            Mazur Jankowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek
            Jabłoński Wróbel Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Nowicki Pawlak Górski Witkowski
            Walczak Sikora Baran Rutkowski Michalak Szewczyk Ostrowski Tomaszewski Pietrzak Zalewski Wróblewski Marciniak
            Jasiński Zawadzki Bąk Jakubowski Sadowski Duda Włodarczyk Wilk Chmielewski Borkowski Sokołowski Szczepański
            Sawicki Kucharski Lis Kubiak Kalinowski Mazurek Wysocki Maciejewski Kołodziej Czarnecki Kaźmierczak Urbański
            Sobczak Ziółkowski Głowacki Zakrzewski Wasilewski Krajewski Laskowski Sikorski Gajewski Mróz Szulc Makowski
            Przybylski Kaczmarczyk Baranowski Szymczak Brzeziński Adamski Borowski Szczepaniak Błaszczyk Cieślak Ćwikła
            Górecki Chojnacki Leśniak Czerwiński Kania Mikołajczyk Andrzejewski Mucha Wesołowski Musiał Jarosz Markowski
            Kozak Janik Bednarek Kosiński Stasiak Tomczak Lipiński Gołębiowski Kopeć Domański Kruk Żak Bielecki Markiewicz
            Pająk Klimek Bielawski Śliwiński Żukowski Świątek Orłowski Rogowski Bednarczyk Niemiec Pluta Sobański Gruszka""");

    private static final List<String> STREETS =
            words("Solna Długa Krótka Leśna Polna Lipowa Ogrodowa Łąkowa Słoneczna");
    private static final List<String> CITIES = words("Poznań Łódź Kraków Gdynia Rzeszów Białystok Opole Toruń Kielce");
    private static final List<String> TRADES =
            words("Budex Instalmet Ogród-Plus Meblostyl Biurotech Autoserwis Drukpol");

    private final Random random;

    Vocabulary(Random random) {
        this.random = random;
    }

    /** A person, or a company a person orders for. */
    record Party(String first, String last, String company, String street, String city) {

        String name() {
            return first + " " + last;
        }
    }

    Party party() {
        return person(surname());
    }

    Party person(String masculine) {
        boolean woman = random.nextInt(100) < 58;
        String first = pick(woman ? WOMEN : MEN);
        String last = woman ? feminine(masculine) : masculine;
        if (woman && random.nextInt(100) < 4) last += "-" + feminine(surname());
        return new Party(
                first,
                last,
                "",
                "ul. " + pick(STREETS) + " " + (1 + random.nextInt(90)) + "/" + (1 + random.nextInt(40)),
                String.format(Locale.ROOT, "%02d-%03d ", 10 + random.nextInt(80), random.nextInt(1000)) + pick(CITIES));
    }

    /** Somebody of the same household. */
    Party relative(Party of) {
        Party other = person(masculine(of.last().replaceFirst("-.*", "")));
        return new Party(other.first(), other.last(), "", of.street(), of.city());
    }

    String company(Party owner) {
        return switch (random.nextInt(3)) {
            case 0 -> pick(TRADES) + " " + owner.name();
            case 1 -> pick(TRADES) + " Sp. z o.o.";
            default -> "P.H.U. " + pick(TRADES) + " " + owner.last() + " s.c.";
        };
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String surname() {
        double squared = random.nextDouble() * random.nextDouble(); // the first are the commonest
        return SURNAMES.get((int) (squared * SURNAMES.size()));
    }

    private static String feminine(String surname) {
        return surname.replaceFirst("(s|c|dz)ki$", "$1ka");
    }

    private static String masculine(String surname) {
        return surname.replaceFirst("(s|c|dz)ka$", "$1ki");
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }
}
