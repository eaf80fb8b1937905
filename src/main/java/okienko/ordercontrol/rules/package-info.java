/** The rules: how each check is set, channel by channel, who changed it, and the page to change it on. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.rules;
