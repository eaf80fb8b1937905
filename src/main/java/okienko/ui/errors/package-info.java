/** Error pages: what happened and what to do, in the reader's language; for programs the same as problem details. */
@org.jspecify.annotations.NullMarked
package okienko.ui.errors;
