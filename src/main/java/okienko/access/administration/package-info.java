/** Administration: letting people and programs in, and seeing what they did. */
@org.jspecify.annotations.NullMarked
package okienko.access.administration;
