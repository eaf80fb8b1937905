/** Settings: the place every module's own settings page is a tab of. */
@org.jspecify.annotations.NullMarked
package okienko.ui.settings;
