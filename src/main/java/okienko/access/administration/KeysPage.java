package okienko.access.administration;

import java.util.List;
import okienko.access.ApiKey;
import okienko.ui.Page;
import org.springframework.http.HttpStatus;

/**
 * The keys of programs, and the form that makes one.
 *
 * @param made a key made just now, shown this once; empty otherwise
 * @param name what was typed as the name
 * @param chosen scopes that were ticked
 * @param fault why the form was refused, as the word {@code access.keys.fault.<fault>}; empty when it was not
 */
record KeysPage(List<ApiKey> keys, String made, String name, List<String> chosen, String fault) implements Page {

    @Override
    public HttpStatus status() {
        return fault.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
