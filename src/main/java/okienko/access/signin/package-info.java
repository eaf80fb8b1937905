/** Sign-in: the door for people (password, session) and for programs (key), and what guards it. */
@org.jspecify.annotations.NullMarked
package okienko.access.signin;
