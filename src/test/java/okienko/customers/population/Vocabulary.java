package okienko.customers.population;

import java.util.List;
import java.util.Random;

/**
 * What made-up customers are made of. The words are the generator's own: it was written before the matcher, and shares no
 * list with it.
 */
final class Vocabulary {

    /** The formal name first, then how friends call her. */
    static final List<String> WOMEN = cut("""
            Anna Ania Anka | Katarzyna Kasia Kaśka | Małgorzata Gosia Małgosia | Magdalena Magda | Agnieszka Aga |
            Joanna Asia | Barbara Basia | Aleksandra Ola | Zofia Zosia | Maria Marysia Maryla | Elżbieta Ela |
            Krystyna Krysia | Ewa Ewka | Beata Beatka | Dorota Dorotka | Teresa Terenia | Danuta Danka | Halina Halinka |
            Irena Irenka | Natalia Natalka | Karolina Karola | Paulina Paulinka | Monika Monia | Justyna Justynka |
            Weronika Wera | Wiktoria Wika | Julia Julka | Oliwia Oliwka | Zuzanna Zuzia | Maja Majka | Iwona Iwonka |
            Renata Renia | Sylwia Sylwka | Marta Martusia | Kinga Kinia | Jadwiga Jadzia | Bożena Bożenka | Urszula Ula |
            Grażyna Grażka | Jolanta Jola""");

    static final List<String> MEN = cut("""
            Piotr Piotrek | Jan Janek Jasiek | Krzysztof Krzysiek Krzyś | Andrzej Jędrek | Tomasz Tomek | Paweł Pawełek |
            Marcin Marcinek | Michał Misiek | Grzegorz Grzesiek Grześ | Jerzy Jurek | Tadeusz Tadek | Adam Adaś |
            Łukasz Łukaszek | Zbigniew Zbyszek | Ryszard Rysiek | Dariusz Darek | Henryk Heniek | Mariusz Mariuszek |
            Kazimierz Kazik | Wojciech Wojtek | Robert Robuś | Mateusz Mati | Marek Mareczek | Rafał Rafałek |
            Jacek Jacuś | Janusz Januszek | Mirosław Mirek | Maciej Maciek | Sławomir Sławek | Jarosław Jarek |
            Kamil Kamilek | Wiesław Wiesiek | Roman Romek | Władysław Władek | Jakub Kuba | Artur Arturek |
            Zdzisław Zdzisiek | Edward Edek | Mieczysław Mietek | Damian Damianek | Dawid Dawidek | Przemysław Przemek |
            Sebastian Seba | Bartosz Bartek | Szymon Szymek | Filip Filipek""");

    /** Names from further east as their bearers write them: Cyrillic, then the Latin spellings met in shops. */
    static final List<String> WOMEN_EAST = List.of(
            "Юлия Julia Yuliya Iuliia",
            "Наталья Natalia Nataliya Natalya",
            "Оксана Oksana Oxana",
            "Ольга Olga Olha",
            "Татьяна Tatiana Tetiana Tatyana",
            "Ирина Irina Iryna Irena",
            "Светлана Swietłana Svitlana Svetlana",
            "Екатерина Ekaterina Kateryna Katerina",
            "Людмила Ludmiła Liudmyla Lyudmila",
            "Мария Maria Mariia Mariya");

    static final List<String> MEN_EAST = List.of(
            "Александр Aleksandr Oleksandr Alexander",
            "Сергей Siergiej Serhii Sergey",
            "Дмитрий Dmitrij Dmytro Dmitry",
            "Андрей Andrej Andrii Andrey",
            "Иван Iwan Ivan",
            "Михаил Michaił Mykhailo Mikhail",
            "Николай Mykola Nikolay",
            "Георги Georgi Gieorgij",
            "Димитър Dimitar Dimityr",
            "Владимир Władimir Volodymyr Vladimir");
    static final List<String> SURNAMES_EAST = List.of(
            "Щербак Szczerbak Shcherbak",
            "Шевченко Szewczenko Shevchenko",
            "Коваленко Kowalenko Kovalenko",
            "Бондаренко Bondarenko",
            "Ткаченко Tkaczenko Tkachenko",
            "Иванов Iwanow Ivanov",
            "Петров Pietrow Petrov",
            "Димитров Dimitrow Dimitrov",
            "Мельник Melnyk Melnik",
            "Цветков Cwietkow Tsvetkov",
            "Жук Żuk Zhuk",
            "Юрченко Jurczenko Yurchenko",
            "Кравчук Krawczuk Kravchuk",
            "Хоменко Chomenko Khomenko");

    private static final List<String> ROOTS = cut("""
            Brzoz | Kowal | Wiśni | Zieli | Jabło | Dąbr | Kamie | Lewan | Sosn | Grab | Malin | Kalin | Wróbl | Gołęb |
            Krawc | Młyn | Piekar | Rybar | Stolar | Garbar | Szewc | Bednar | Kaczmar | Maj | Marc | Sikor | Wilcz |
            Lisi | Zając | Jeleń | Borow | Leś | Pol | Górn | Doln | Ostr | Czar | Biał | Rud | Siw | Łuk | Stani | Jan |
            Piotr | Pawł | Adam | Wojci | Mich | Tom | Grzeg | Miko | Szym | Bart | Domin | Urban | Klim | Wawrz | Sobi |
            Radom | Zakrz | Nowa | Star | Chmiel | Jęczm | Owsi | Żyt | Pszen | Karcz | Kłos | Korze | Przyby | Świder |
            Trzci""");
    private static final List<String> ENDINGS =
            List.of("owski", "ewski", "iński", "ecki", "ak", "czyk", "owicz", "arz", "ek", "ik", "as", "uch");
    private static final List<String> PLAIN = List.of(
            "Nowak",
            "Kowalski",
            "Wiśniewski",
            "Wójcik",
            "Kowalczyk",
            "Kamiński",
            "Lewandowski",
            "Zieliński",
            "Mazur",
            "Krawczyk",
            "Woźniak",
            "Kaczmarek",
            "Zając",
            "Król",
            "Wieczorek",
            "Wróbel",
            "Dudek",
            "Stępień");

    static final List<String> STREETS = cut("""
            Polna | Leśna | Słoneczna | Krótka | Szkolna | Ogrodowa | Lipowa | Łąkowa | Brzozowa | Kwiatowa | Kościelna |
            Sosnowa | Zielona | Parkowa | Akacjowa | Kolejowa | Adama Mickiewicza | Juliusza Słowackiego |
            Henryka Sienkiewicza | Tadeusza Kościuszki | Marii Konopnickiej | Fryderyka Chopina | Jana Pawła II |
            3 Maja | 11 Listopada | Armii Krajowej | Wojska Polskiego | gen. Władysława Sikorskiego |
            ks. Piotra Ściegiennego | Bolesława Prusa | Stefana Żeromskiego | Jana Kochanowskiego | Władysława Reymonta |
            Stanisława Moniuszki | Mikołaja Kopernika | Piastowska | Jagiellońska | Warszawska | Krakowska | Poznańska |
            Gdańska | Wrocławska | Rynek | Wolności | Grunwaldzka | Sportowa | Wiosenna | Jesienna | Różana | Jaśminowa |
            Wierzbowa | Klonowa | Dębowa | Bukowa | Miodowa | Górna | Dolna | Nadrzeczna | Młyńska | Strażacka | Cicha |
            Spokojna | Wesoła""");

    /** Town and the first digits of its postal codes; the first are the biggest. */
    static final List<String> TOWNS = cut("""
            Warszawa 00 | Kraków 30 | Łódź 90 | Wrocław 50 | Poznań 60 | Gdańsk 80 | Szczecin 70 | Bydgoszcz 85 |
            Lublin 20 | Białystok 15 | Katowice 40 | Gdynia 81 | Częstochowa 42 | Radom 26 | Toruń 87 | Rzeszów 35 |
            Kielce 25 | Olsztyn 10 | Bielsko-Biała 43 | Zielona Góra 65 | Rybnik 44 | Opole 45 | Tychy 43 | Płock 09 |
            Elbląg 82 | Tarnów 33 | Koszalin 75 | Kalisz 62 | Legnica 59 | Słupsk 76 | Siedlce 08 | Nowy Sącz 33 |
            Piła 64 | Suwałki 16 | Gniezno 62 | Łomża 18 | Żory 44 | Stara Wieś 05 | Nowa Wola 05 | Dębowiec 38 |
            Krzywda 21 | Zalesie 55 | Brzeziny 95 | Wólka 20""");

    static final List<String> FIRMS = cut("""
            Meblostyl | Agrokwiat | Termobud | Elektrodom | Papirus | Drewmax | Kolorownia | Budopol | Sanitech |
            Autopart | Zielony Zakątek | Pralnia Perła | Domowe Smaki | Galeria Światła | Mała Stolarnia | Instalbud |
            Dachpol | Szkółka Róż | Biurotech | Metalplast | Ekodom | Okna Wschód | Transhandel""");
    static final List<String> MAIL = List.of(
            "example.com", "poczta.example.com", "mail.example.com", "gmail.com", "onet.example.com", "wp.example.com");

    private Vocabulary() {}

    private static List<String> cut(String words) {
        return List.of(words.split("\\s*\\|\\s*", -1));
    }

    /** Common ones often, most of them seldom: as names are. */
    static String pick(List<String> words, Random random) {
        double skewed = random.nextDouble() * random.nextDouble();
        return words.get((int) (skewed * words.size()));
    }

    static String surname(Random random) {
        if (random.nextInt(4) == 0) return pick(PLAIN, random);
        return pick(ROOTS, random) + ENDINGS.get(random.nextInt(ENDINGS.size()));
    }

    static String feminine(String surname) {
        if (surname.endsWith("ski") || surname.endsWith("cki")) return surname.substring(0, surname.length() - 1) + "a";
        return surname.matches(".*[оo][вvw]") ? surname + (surname.endsWith("в") ? "а" : "a") : surname;
    }
}
