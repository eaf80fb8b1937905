/** The editor: rules of the shop's own, and when a check applies, put together by people who do not write code. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.editor;
