/** The list: every order, by any question one may ask. */
@org.jspecify.annotations.NullMarked
package okienko.desk.list;
