package okienko.customers.dedupe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okienko.customers.matching.Field;
import org.jspecify.annotations.Nullable;

/** Which column says what: by its heading, or as {@code --map} tells. */
final class Headings {

    static final String RECORD_ID = "record_id";

    /** A field and the headings it is known by; the first is its name in {@code --map}. */
    private record Known(Field field, List<String> headings) {}

    private static final List<Known> ALL = List.of(
            known(Field.CHANNEL, "channel", "kanał", "źródło", "source"),
            known(Field.CREATED_AT, "created_at", "created", "data", "data utworzenia", "date"),
            known(Field.BUYER_LOGIN, "buyer_login", "login", "nick", "username", "użytkownik"),
            known(
                    Field.FIRST_NAME,
                    "first_name",
                    "firstname",
                    "first name",
                    "given_name",
                    "imię",
                    "vorname",
                    "имя",
                    "име"),
            known(Field.LAST_NAME, "last_name", "lastname", "last name", "surname", "nazwisko", "nachname", "фамилия"),
            known(Field.FULL_NAME, "full_name", "name", "imię i nazwisko", "full name", "фио", "nazwa"),
            known(Field.COMPANY, "company", "firma", "nazwa firmy", "company name", "компания", "фирма"),
            known(Field.TAX_ID, "nip", "tax_id", "vat", "vat id", "ust-id", "инн", "еик"),
            known(Field.EMAIL, "email", "e-mail", "mail", "adres e-mail", "email address", "почта"),
            known(Field.PHONE, "phone", "telefon", "tel", "telephone", "mobile", "komórka", "телефон"),
            known(Field.STREET, "street", "ulica", "adres", "address", "address1", "street1", "улица", "straße"),
            known(Field.HOUSE_NUMBER, "house_number", "street_number", "nr domu", "numer domu", "hausnummer"),
            known(Field.ADDRESS_2, "address_2", "address2", "street2", "adres 2"),
            known(Field.POSTAL_CODE, "postal_code", "postcode", "zip", "kod", "kod pocztowy", "plz", "индекс"),
            known(Field.CITY, "city", "town", "miasto", "miejscowość", "suburb", "ort", "город", "град"),
            known(Field.REGION, "region", "state", "województwo", "bundesland"),
            known(Field.COUNTRY, "country", "kraj", "land", "страна", "държава"),
            known(Field.PICKUP_POINT, "pickup_point", "paczkomat", "punkt odbioru", "locker"),
            known(Field.BIRTH_DATE, "birth_date", "date_of_birth", "dob", "data urodzenia", "geburtsdatum"),
            known(Field.BIRTH_YEAR, "birth_year"),
            known(Field.BIRTH_MONTH, "birth_month"),
            known(Field.BIRTH_DAY, "birth_day"),
            known(Field.NATIONAL_ID, "national_id", "soc_sec_id", "pesel", "ssn"),
            known(Field.OCCUPATION, "occupation", "zawód"));
    private static final List<String> RECORD_IDS = List.of(RECORD_ID, "id", "rec_id", "unique_id", "record id", "nr");

    private final @Nullable Field[] fields;
    private final int recordId;

    private Headings(@Nullable Field[] fields, int recordId) {
        this.fields = fields;
        this.recordId = recordId;
    }

    private static Known known(Field field, String... headings) {
        return new Known(field, List.of(headings));
    }

    /** The columns under these headings; {@code map} goes before what the headings say by themselves. */
    static Headings of(List<String> headings, Map<String, String> map) throws Unusable {
        for (String column : map.keySet()) {
            if (headings.stream().noneMatch(heading -> plain(heading).equals(column))) {
                throw new Unusable("--map names the column '" + column
                        + "', which the file does not have: its columns are " + String.join(", ", headings));
            }
        }
        Field[] fields = new Field[headings.size()];
        int recordId = -1;
        Map<Field, String> taken = new HashMap<>();
        for (int i = 0; i < fields.length; i++) {
            String heading = plain(headings.get(i));
            String name = map.getOrDefault(heading, heading);
            if (name.equals("-")) continue;
            if (RECORD_IDS.contains(name) && recordId < 0) recordId = i;
            Field field = field(name);
            if (field != null && taken.putIfAbsent(field, heading) == null) fields[i] = field;
        }
        if (taken.isEmpty()) {
            throw new Unusable("no column is known by its heading (" + String.join(", ", headings)
                    + "): name them with --map COLUMN=FIELD,..., fields are " + String.join(", ", names()));
        }
        return new Headings(fields, recordId);
    }

    static boolean fieldName(String name) {
        return name.equals(RECORD_ID) || name.equals("-") || names().contains(name);
    }

    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Known known : ALL) names.add(known.headings().getFirst());
        return names;
    }

    static String plain(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replace("\uFEFF", "");
    }

    private static @Nullable Field field(String name) {
        for (Known known : ALL) if (known.headings().contains(name)) return known.field();
        return null;
    }

    int columns() {
        return fields.length;
    }

    @Nullable
    Field field(int column) {
        return fields[column];
    }

    /** The column of the record's own id; -1: lines are counted instead. */
    int recordId() {
        return recordId;
    }
}
