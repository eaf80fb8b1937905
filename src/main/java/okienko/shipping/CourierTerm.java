package okienko.shipping;

import java.time.LocalDate;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of the courier table: whether a carrier takes a form of payment, in which country, up to what amount.
 *
 * @param carrier e.g. {@code INPOST}
 * @param service code of the delivery service, or {@code *} for all of the carrier's
 * @param country ISO 3166-1 alpha-2, or {@code *}
 * @param form the form of payment, a constant name of {@code PaymentForm}
 * @param accepted whether the courier takes it at all
 * @param limit the highest amount; null when there is none
 * @param source where the figure was published
 */
public record CourierTerm(
        String carrier,
        String service,
        String country,
        String form,
        boolean accepted,
        @Nullable Money limit,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source) {}
