/** Notifications of payment service providers: kept raw, their signature checked, confirmed where that is asked, booked. */
@org.jspecify.annotations.NullMarked
package okienko.payments.notifications;
