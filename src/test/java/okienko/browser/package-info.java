/** Browser: real Chromium for the journeys, with every console error and accessibility fault failing the test. */
@org.jspecify.annotations.NullMarked
package okienko.browser;
