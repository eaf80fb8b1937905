package okienko.ordercontrol.checks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.almanac.TaxNumbers;
import okienko.orders.Order;

/** Whether an invoice can be made out: the buyer's tax number. */
final class TaxChecks {

    private static final String HOME = "PL";

    private static final String FIELD = "invoice.taxId";

    /** What people write before the number. */
    private static final Pattern LABEL = Pattern.compile(
            "(?<!\\p{L})(NIP|VAT([ -]?(UE|EU|ID|NO|NR|REG))*|UST[.-]?ID(NR|[.-]NR)?|TAX ?ID|DIČ|DIC|IČO|ICO|IČ|EIK|ЕИК|БУЛСТАТ"
                    + "|ИНН|ЄДРПОУ|NR|NO|№|ДДС)(?!\\p{L})[.:]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s.\\-–/:_,]+");

    private static final Pattern TEN_DIGITS = Pattern.compile("(?<![\\d-])(\\d[ -]?){9}\\d(?![\\d-])");

    /** A tax number is never longer; what is, is not worth repairing. */
    private static final int MAX_LENGTH = 60;

    private TaxChecks() {}

    static List<Finding> invalid(Order order, Facts facts, Settings settings) {
        String taxId = order.invoice().taxId();
        if (taxId.isBlank()) return Seen.nothing();
        String country = country(order);
        String number = bare(taxId);
        Optional<String> wrong = wrong(number, country);
        if (wrong.isEmpty()) return Seen.nothing();
        String judgedIn = judgedIn(number, country);
        TaxNumbers.Rule rule = TaxNumbers.rule(judgedIn);
        return Seen.of(ReasonCode.TAX_ID_INVALID, wrong.get())
                .at(FIELD)
                .saw("taxId", taxId)
                .saw("country", judgedIn)
                .saw("format", rule == null ? "" : rule.form())
                .propose(FIELD, repaired(number, country).orElse(null))
                .edit(FIELD)
                .then(Kind.CONTACT_CUSTOMER)
                .alone();
    }

    static List<Finding> missing(Order order, Facts facts, Settings settings) {
        Order.Invoice invoice = order.invoice();
        if (!invoice.wanted() || !invoice.toCompany() || !invoice.taxId().isBlank()) return Seen.nothing();
        String company = invoice.company().isBlank() ? order.buyer().company() : invoice.company();
        return Seen.of(ReasonCode.TAX_ID_MISSING, "missing")
                .at(FIELD)
                .saw("company", company)
                .propose(
                        FIELD,
                        nipIn(invoice.company() + " ; " + order.buyer().company() + " ; " + order.comment())
                                .orElse(null))
                .edit(FIELD)
                .then(Kind.CONTACT_CUSTOMER)
                .alone();
    }

    /** The number with its country, as registers know it; empty where there is none or its form is wrong. */
    static Optional<String> registered(Order order) {
        String taxId = order.invoice().taxId();
        if (taxId.isBlank()) return Optional.empty();
        String number = bare(taxId);
        String country = country(order);
        String judgedIn = judgedIn(number, country);
        TaxNumbers.Rule rule = TaxNumbers.rule(judgedIn);
        if (rule == null || wrong(number, country).isPresent()) return Optional.empty();
        String digits = without(number, judgedIn, rule);
        // Greece is EL to the tax offices; an Austrian number begins with U even where people leave it out
        String prefix = judgedIn.equals("GR") ? "EL" : judgedIn;
        return Optional.of(prefix + (prefix.equals("AT") && !digits.startsWith("U") ? "U" : "") + digits);
    }

    /** What is wrong with a bare number, as the variant that tells it; empty when nothing is. */
    static Optional<String> wrong(String number, String country) {
        if (number.isEmpty()) return Optional.of("format");
        String judgedIn = judgedIn(number, country);
        TaxNumbers.Rule rule = TaxNumbers.rule(judgedIn);
        // a number from a country whose rules we don't know is taken as given
        if (rule == null) return Optional.empty();
        String digits = without(number, judgedIn, rule);
        if (!rule.shape().matcher(digits).matches()) return Optional.of(confused(number, judgedIn));
        if (digits.chars().allMatch(c -> c == '0')) return Optional.of("zeros");
        return rule.checksum().test(digits) ? Optional.empty() : Optional.of("checksum");
    }

    /** The number alone: "NIP: PL 525-000-10-09" is PL5250001009. */
    static String bare(String text) {
        if (text.length() > MAX_LENGTH) return text.strip();
        String unlabelled = LABEL.matcher(text).replaceAll(" ");
        return PUNCTUATION.matcher(unlabelled).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** The country the number itself names, or the one the invoice goes to. */
    private static String judgedIn(String number, String country) {
        TaxNumbers.Rule own = TaxNumbers.rule(country);
        if (own != null && own.shape().matcher(without(number, country, own)).matches()) return country;
        boolean names = number.length() > 4 && TaxNumbers.countries().contains(number.substring(0, 2));
        return names ? number.substring(0, 2) : country;
    }

    private static String without(String number, String country, TaxNumbers.Rule rule) {
        if (rule.shape().matcher(number).matches()) return number;
        if (number.startsWith(country)) return number.substring(2);
        // Greece writes its own numbers EL
        return number.startsWith("EL") && country.equals("GR") ? number.substring(2) : number;
    }

    private static String confused(String number, String country) {
        if (!country.equals(HOME)) return "format";
        if (TaxNumbers.pesel(number)) return "pesel";
        return TaxNumbers.regon(number) ? "regon" : "format";
    }

    private static Optional<String> repaired(String number, String country) {
        if (number.length() > MAX_LENGTH) return Optional.empty();
        String prefix = number.length() > 2 && Character.isLetter(number.charAt(1)) ? number.substring(0, 2) : "";
        String rest = number.substring(prefix.length());
        String read = prefix + rest.replace('O', '0').replace('I', '1').replace('L', '1');
        return !read.equals(number) && wrong(read, country).isEmpty() ? Optional.of(read) : Optional.empty();
    }

    /** A NIP someone wrote into the company's name or the comment. */
    private static Optional<String> nipIn(String text) {
        Matcher ten = TEN_DIGITS.matcher(text);
        while (ten.find()) {
            String digits = ten.group().replaceAll("\\D", "");
            if (TaxNumbers.nip(digits)) return Optional.of(digits);
        }
        return Optional.empty();
    }

    private static String country(Order order) {
        String invoice = order.invoice().address().country();
        if (!invoice.isBlank()) return invoice;
        String buyer = order.buyer().address().country();
        if (!buyer.isBlank()) return buyer;
        return order.country().isBlank() ? HOME : order.country();
    }
}
