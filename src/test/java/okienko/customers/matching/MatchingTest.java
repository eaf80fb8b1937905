package okienko.customers.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import okienko.customers.matching.ScoredPair.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingTest {

    private static final Field[] FIELDS = {
        Field.FIRST_NAME,
        Field.LAST_NAME,
        Field.COMPANY,
        Field.TAX_ID,
        Field.EMAIL,
        Field.PHONE,
        Field.STREET,
        Field.POSTAL_CODE,
        Field.CITY
    };
    private static final int BYSTANDERS = 300;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Katarzyna|Brzęczyk||||600700801|ul. Polna 12/5|30-001|Kraków   |Kasia|BRZECZYK||||+48 600 700 801|Polna 12 m. 5|30001|krakow",
                "Юлия|Щербак||||600700801|ul. Polna 12|30-001|Kraków   |Yuliya|Shcherbak||||600700801|Polna 12|30-001|Kraków",
                "Jan|Wilczyński||||600700801|Adama Mickiewicza 3|30-001|Kraków   |Wilczyński|Jan||||600700801|Mickiewicza 3|30-001|Kraków",
                "Anna|Grabska||||600700801|ul. Polna 12|30-001|Kraków   |Anna|Grabska-Lisicka||||600700801|ul. Polna 12|30-001|Kraków",
                "Paweł|Woś|||pawel.wos@gmail.com||ul. Polna 12|30-001|Kraków   |PaweĹ‚|WoĹ›|||pawelwos+sklep@googlemail.com||||Kraków"
            })
    void oneCustomerHoweverWritten(String both) {
        assertThat(together(both)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna|Brzęczyk||||600700801|ul. Polna 12/5|30-001|Kraków   |Piotr|Brzęczyk||||600700801|ul. Polna 12/5|30-001|Kraków",
                "Anna|Brzęczyk||||600700801|ul. Polna 12/5|30-001|Kraków   |Annna|Lis||||509111222|ul. Polna 12/5|30-001|Kraków",
                "Jan|Lis|Meblostyl Sp. z o.o.|5250001009|biuro@example.com|600700801|Polna 1|30-001|Kraków   |Jan|Lis|Meblostyl S.A.|7010001453|biuro@example.com|600700801|Polna 1|30-001|Kraków"
            })
    void twoCustomersHoweverMuchTheyShare(String both) {
        assertThat(together(both)).isFalse();
    }

    @Test
    void fatherAndSonOfOneNameKeepToTheirOwnPhones() {
        List<String[]> records = bystanders();
        for (int i = 0; i < 3; i++) {
            records.add(record("Olgierd|Grzębowicz|||olgierd@example.com|600700801|ul. Polna 12|30-001|Kraków"));
            records.add(record("Olgierd|Grzębowicz|||grzeb77@example.com|509111222|ul. Polna 12|30-001|Kraków"));
        }
        int[] groups = groups(records, new ArrayList<>());
        int father = groups[BYSTANDERS];
        int son = groups[BYSTANDERS + 1];
        assertThat(father).isNotEqualTo(son);
        assertThat(groups).endsWith(father, son, father, son, father, son);
    }

    @Test
    void theEvidenceShownIsTheEvidenceThatDecided() {
        List<String[]> records = bystanders();
        records.add(record("Katarzyna|Brzęczyk||||600700801|ul. Polna 12/5|30-001|Kraków"));
        records.add(record("Kasia|Brzęczyk||||600700801|ul. Polna 12/5|30-001|Kraków"));
        List<ScoredPair> pairs = new ArrayList<>();
        groups(records, pairs);
        ScoredPair pair = pairs.stream()
                .filter(each -> each.one() == BYSTANDERS)
                .findFirst()
                .orElseThrow();
        assertThat(pair.decision()).isEqualTo(Decision.CERTAIN);
        assertThat(pair.evidence())
                .extracting(Evidence::what)
                .contains("prior", "givenName", "surname", "phone", "address");
        assertThat(pair.evidence())
                .filteredOn(each -> each.what().equals("givenName"))
                .extracting(Evidence::how)
                .containsExactly("form");
        double sum = pair.evidence().stream().mapToDouble(Evidence::bits).sum();
        assertThat(pair.bits()).isCloseTo(sum, within(1e-9)).isGreaterThan(12);
    }

    @Test
    void sameRecordsSameGroups() {
        List<String[]> records = bystanders();
        records.addAll(bystanders());
        assertThat(groups(records, new ArrayList<>())).isEqualTo(groups(records, new ArrayList<>()));
    }

    @Test
    void nobodyAndOneAloneAreNoTrouble() {
        assertThat(groups(List.of(), new ArrayList<>())).isEmpty();
        assertThat(groups(List.<String[]>of(record("||||||||")), new ArrayList<>()))
                .containsExactly(0);
    }

    @Test
    void whateverIsTypedIsTaken() {
        Random random = new Random(5);
        List<String[]> records = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String[] record = new String[Field.values().length];
            for (int f = 0; f < record.length; f++) record[f] = text(random);
            records.add(record);
        }
        assertThat(groups(records, new ArrayList<>())).hasSize(2_000);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--)
            text.append("aąbЯżßσΣ.+-/ 0123456789@\u0301".charAt(random.nextInt(25)));
        return text.toString();
    }

    private static boolean together(String both) {
        String[] sides = both.split("   \\|", -1);
        List<String[]> records = bystanders();
        records.add(record(sides[0]));
        records.add(record(sides[1]));
        int[] groups = groups(records, new ArrayList<>());
        return groups[BYSTANDERS] == groups[BYSTANDERS + 1];
    }

    private static int[] groups(List<String[]> records, List<ScoredPair> pairs) {
        Matching matching = new Matching();
        records.forEach(matching::add);
        return matching.groups((_, _) -> {}, pairs::add);
    }

    private static String[] record(String cells) {
        String[] values = new String[Field.values().length];
        String[] split = cells.split("\\|", -1);
        for (int i = 0; i < split.length; i++) values[FIELDS[i].ordinal()] = split[i];
        return values;
    }

    /** Others, of whom no two are one: so that chance has something to be learnt from. */
    private static List<String[]> bystanders() {
        Random random = new Random(3);
        String[] given = {"Anna", "Jan", "Ewa", "Marek", "Piotr", "Maria", "Adam", "Zofia"};
        String[] towns = {"Kraków", "Łódź", "Poznań", "Gdynia", "Radom"};
        String[] streets = {"Polna", "Leśna", "Lipowa", "Krótka", "Szkolna", "Kwiatowa"};
        List<String[]> records = new ArrayList<>();
        for (int i = 0; i < BYSTANDERS; i++) {
            String surname = "" + (char) ('A' + i % 26) + "olt" + (char) ('a' + i / 26) + "wor";
            records.add(record(given[random.nextInt(8)] + "|" + surname + "|||x" + i * 7919 + "@example.com|"
                    + (510_000_000 + random.nextInt(80_000_000)) + "|" + streets[random.nextInt(6)] + " "
                    + random.nextInt(1, 90) + "|" + (10_000 + random.nextInt(80_000)) + "|"
                    + towns[random.nextInt(5)]));
        }
        return records;
    }
}
