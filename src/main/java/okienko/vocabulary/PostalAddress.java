package okienko.vocabulary;

/**
 * Where something is sent or billed, as the customer typed it. A part that was not given is the empty string.
 *
 * @param name the person's first name and surname
 * @param company the company's name
 * @param street street with house and flat number, on one line
 * @param postalCode as typed, not normalised
 * @param city the post town
 * @param country ISO 3166-1 alpha-2, upper case
 */
public record PostalAddress(
        String name, String company, String street, String postalCode, String city, String country) {

    public static final PostalAddress NONE = new PostalAddress("", "", "", "", "", "");
}
