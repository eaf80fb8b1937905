/** Takes over what connected shops sell and how much of it is left. */
@org.jspecify.annotations.NullMarked
package okienko.connections.articles;
