/** Style: what STYLE.md asks for and a machine can see. */
@org.jspecify.annotations.NullMarked
package okienko.style;
