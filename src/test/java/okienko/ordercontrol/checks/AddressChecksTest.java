package okienko.ordercontrol.checks;

import static okienko.ordercontrol.ReasonCode.ADDRESS_INCOMPLETE;
import static okienko.ordercontrol.ReasonCode.PICKUP_POINT_MISSING;
import static okienko.ordercontrol.ReasonCode.POSTAL_CODE_CITY_MISMATCH;
import static okienko.ordercontrol.ReasonCode.POSTAL_CODE_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import okienko.ordercontrol.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressChecksTest {

    private final Sample order = new Sample();

    @Test
    void every_missing_part_of_the_address_is_named_with_its_field() {
        order.street = "Solna";
        order.postalCode = "";
        Finding finding = order.findings(ADDRESS_INCOMPLETE).getFirst();
        assertThat(finding.evidence()).containsEntry("missing", List.of("houseNumber", "postalCode"));
        assertThat(finding.fields()).containsExactly("delivery.address.street", "delivery.address.postalCode");
    }

    @ParameterizedTest
    @CsvSource({
        "Solna 4, PL, true",
        "Solna, PL, false",
        "ul. 3 Maja, PL, false",
        "ul. 3 Maja 12, PL, true",
        "os. 1000-lecia, PL, false",
        "Kowalewo bez numeru, PL, true",
        "Skrytka pocztowa 12, PL, true",
        "Mały Rożentarg 5, PL, true",
        "12 Rue de la Paix, FR, true",
        "Rose Cottage, GB, true",
        "бул. Витоша 15, BG, true",
        "бул. Витоша, BG, false",
        "ул. 6-ти септември, BG, false",
    })
    void a_house_number_is_found_where_one_is_and_missed_where_one_must_be(String street, String country, boolean has) {
        assertThat(AddressChecks.hasHouseNumber(street, country)).isEqualTo(has);
    }

    @Test
    void a_locker_needs_only_the_point_and_a_contact() {
        order.toLocker("POZ08A");
        assertThat(order.variant(ADDRESS_INCOMPLETE)).isEqualTo("-");
        order.phone = "";
        order.email = "";
        assertThat(order.findings(ADDRESS_INCOMPLETE).getFirst().evidence())
                .containsEntry("missing", List.of("contact"));
    }

    @Test
    void collection_at_the_counter_needs_no_address() {
        order.toLocker("").service = "PERSONAL_COLLECTION";
        assertThat(order.variant(ADDRESS_INCOMPLETE)).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({
        "PL, 60-166, -, -",
        "PL, 00001, fixable, 00-001",
        "PL, 31-15, format, -",
        "PL, 6O-166, fixable, 60-166",
        "PL, 00-000, format, -",
        "CZ, 110 00, -, -",
        "CZ, 11000, -, -",
        "DE, D-10115, fixable, 10115",
        "DE, 1011, format, -",
        "GB, sw1a1aa, -, -",
        "GB, SW1A 1AA, -, -",
        "GB, 12345, format, -",
        "NL, 1012AB, -, -",
        "PT, 1000001, fixable, 1000-001",
        "LV, LV-1010, -, -",
        "LV, 1010, -, -",
        "IE, D02 X285, -, -",
        "MT, VLT1117, -, -",
        "US, 94105-1234, -, -",
        "US, 9410, format, -",
        "UA, 01001, -, -",
        "CH, 8001, -, -",
        "NO, 0150, -, -",
        "BR, whatever, -, -",
    })
    void a_postal_code_fits_its_country_or_what_was_meant_is_proposed(
            String country, String code, String variant, String proposed) {
        order.country = country;
        order.postalCode = code;
        assertThat(order.variant(POSTAL_CODE_INVALID)).isEqualTo(variant);
        assertThat(order.proposed(POSTAL_CODE_INVALID)).isEqualTo(proposed);
    }

    @ParameterizedTest
    @CsvSource({
        "60-166, Poznań, -",
        "60-166, POZNAN, -",
        "00-001, Poznań, region",
        "02-001, Warszawa Wola, -",
        "41-400, Chełm Śląski, -",
        "22-100, Mała Wieś, -",
    })
    void a_polish_code_is_compared_with_the_region_of_larger_towns(String code, String city, String variant) {
        order.postalCode = code;
        order.city = city;
        assertThat(order.variant(POSTAL_CODE_CITY_MISMATCH)).isEqualTo(variant);
    }

    @ParameterizedTest
    @CsvSource({
        "INPOST_LOCKER, POZ08A, -, -",
        "INPOST_LOCKER, poz08a, -, -",
        "INPOST_LOCKER, POP-WAW123, -, -",
        "INPOST_LOCKER, '', missing, -",
        "INPOST_LOCKER, 'Paczkomat POZ08A, Solna', malformed, POZ08A",
        "INPOST_LOCKER, POZ 08A, malformed, POZ08A",
        "INPOST_LOCKER, koło sklepu, malformed, -",
        "DPD_PICKUP, PL11033, -, -",
        "ECONT_OFFICE, 1234, -, -",
        "DPD_COURIER, '', -, -",
    })
    void a_pickup_point_is_needed_and_has_the_carriers_form(
            String service, String point, String variant, String proposed) {
        order.toLocker(point).service = service;
        assertThat(order.variant(PICKUP_POINT_MISSING)).isEqualTo(variant);
        assertThat(order.proposed(PICKUP_POINT_MISSING)).isEqualTo(proposed);
    }

    @Test
    void a_packstation_written_into_the_street_is_proposed() {
        order.toLocker("").service = "DHL_PACKSTATION";
        order.street = "Packstation 145";
        assertThat(order.proposed(PICKUP_POINT_MISSING)).contains("145");
    }
}
