/** The style guide (development only): every component of the design system on one page. */
@org.jspecify.annotations.NullMarked
package okienko.ui.styleguide;
