@org.jspecify.annotations.NullMarked
package okienko.tools;
