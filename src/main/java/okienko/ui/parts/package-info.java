/** Parts of pages: the components of the design system as templates, shown on {@code /styleguide}. */
@org.jspecify.annotations.NullMarked
package okienko.ui.parts;
