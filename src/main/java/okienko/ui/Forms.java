package okienko.ui;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.NoUnit;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import okienko.vocabulary.Money;

/** How one language writes numbers, amounts and times (<a href="https://cldr.unicode.org/">CLDR</a>). */
final class Forms {

    private static final String OWN_REGION = "PL";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final LocalizedNumberFormatter number;
    private final LocalizedNumberFormatter percent;
    private final DateTimeFormatter dateTime;
    private final DateTimeFormatter date;
    private final DateTimeFormatter time;
    private final RelativeDateTimeFormatter relative;
    private final MeasureFormat measures;

    Forms(Language language) {
        ULocale form = ULocale.forLocale(language.form());
        // Polish and Bulgarian would leave four digits alone; under one another they are read more easily grouped
        number = NumberFormatter.withLocale(form).grouping(NumberFormatter.GroupingStrategy.ON_ALIGNED);
        percent = number.unit(NoUnit.PERCENT)
                .scale(com.ibm.icu.number.Scale.powerOfTen(2))
                .precision(Precision.maxFraction(1));
        dateTime = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.form());
        date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language.form());
        time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language.form());
        relative = RelativeDateTimeFormatter.getInstance(form);
        measures = MeasureFormat.getInstance(form, MeasureFormat.FormatWidth.SHORT);
    }

    String number(long value) {
        return number.format(value).toString();
    }

    String percent(double share) {
        return percent.format(share).toString();
    }

    String money(Money money) {
        return number.unit(Currency.getInstance(money.currency()))
                .format(money.amount())
                .toString();
    }

    String dateTime(Instant instant, ZoneId zone) {
        return dateTime.format(instant.atZone(zone));
    }

    String time(Instant instant, ZoneId zone) {
        return time.format(instant.atZone(zone));
    }

    String date(LocalDate value) {
        return date.format(value);
    }

    String ago(Duration passed) {
        Direction direction = passed.isNegative() ? Direction.NEXT : Direction.LAST;
        Duration distance = passed.abs();
        synchronized (relative) {
            if (distance.compareTo(MINUTE) < 0) {
                return relative.format(Direction.PLAIN, RelativeDateTimeFormatter.AbsoluteUnit.NOW);
            }
            if (distance.compareTo(HOUR) < 0) {
                return relative.format((double) distance.toMinutes(), direction, RelativeUnit.MINUTES);
            }
            return distance.compareTo(DAY) < 0
                    ? relative.format((double) distance.toHours(), direction, RelativeUnit.HOURS)
                    : relative.format((double) distance.toDays(), direction, RelativeUnit.DAYS);
        }
    }

    String duration(Duration duration) {
        Duration length = duration.abs();
        synchronized (measures) {
            if (length.compareTo(MINUTE) < 0) {
                return measures.formatMeasures(new Measure(length.toSeconds(), MeasureUnit.SECOND));
            }
            if (length.compareTo(HOUR) < 0) {
                return measures.formatMeasures(new Measure(length.toMinutes(), MeasureUnit.MINUTE));
            }
            return length.compareTo(DAY) < 0
                    ? pair(length.toHours(), MeasureUnit.HOUR, length.toMinutesPart(), MeasureUnit.MINUTE)
                    : pair(length.toDays(), MeasureUnit.DAY, length.toHoursPart(), MeasureUnit.HOUR);
        }
    }

    private String pair(long large, MeasureUnit largeUnit, long small, MeasureUnit smallUnit) {
        Measure first = new Measure(large, largeUnit);
        return small == 0
                ? measures.formatMeasures(first)
                : measures.formatMeasures(first, new Measure(small, smallUnit));
    }

    static String phone(String typed) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            var parsed = numbers.parse(typed, OWN_REGION);
            return numbers.isPossibleNumber(parsed) ? numbers.format(parsed, PhoneNumberFormat.INTERNATIONAL) : typed;
        } catch (NumberParseException e) {
            return typed;
        }
    }
}
