@org.jspecify.annotations.NullMarked
package okienko.ui.palette;
