@org.jspecify.annotations.NullMarked
package okienko.access.signin;
