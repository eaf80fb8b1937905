package okienko.ui.errors;

import okienko.ui.Page;
import org.springframework.http.HttpStatus;

/**
 * What could not be shown and what to do now.
 *
 * @param kind the part of the words' keys: not-found, forbidden, stale, refused, broken
 */
record ErrorPage(HttpStatus status, String kind, String icon) implements Page {}
