@org.jspecify.annotations.NullMarked
package okienko.warehouse;
