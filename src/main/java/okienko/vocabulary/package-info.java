/** Vocabulary: the value records every department speaks in; no behaviour of any one of them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package okienko.vocabulary;
