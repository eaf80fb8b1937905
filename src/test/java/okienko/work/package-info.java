@org.jspecify.annotations.NullMarked
package okienko.work;
