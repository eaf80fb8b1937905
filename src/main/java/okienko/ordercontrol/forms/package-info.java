/** Forms: conditions put together from rows of field, operator and value, for people who do not write CEL. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.forms;
