package okienko.ordercontrol.almanac;

/** The arithmetic that check digits of tax numbers are made of. */
final class CheckDigits {

    private CheckDigits() {}

    /** The sum of a number's first digits, each times its weight. */
    static int sum(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) sum += digit(number, i) * weights[i];
        return sum;
    }

    static int digit(String number, int at) {
        return number.charAt(at) - '0';
    }

    static int last(String number) {
        return digit(number, number.length() - 1);
    }

    /** Luhn's sum (ISO/IEC 7812-1, annex B), a multiple of ten. */
    static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = digit(number, number.length() - 1 - i);
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    /** ISO/IEC 7064, MOD 11,10. */
    static boolean mod11And10(String number) {
        int product = 10;
        for (int i = 0; i < number.length() - 1; i++) {
            int sum = (digit(number, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + last(number)) % 10 == 1;
    }

    /** The remainder of a number too long for a {@code long}; letters count from A = 10, as in ISO/IEC 7064 MOD 97,10. */
    static int mod97(String text) {
        int remainder = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }

    /** Whether the last digit is eleven less the weighted sum's remainder, where ten and eleven stand for these. */
    static boolean complement11(String number, int ten, int eleven, int... weights) {
        int check = 11 - sum(number, weights) % 11;
        return last(number) == (check == 10 ? ten : check == 11 ? eleven : check);
    }
}
