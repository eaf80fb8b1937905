/** Orders: they come in once, keep their past and never lose a correction. */
@org.jspecify.annotations.NullMarked
package okienko.orders;
