package okienko.ordercontrol.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okienko.ordercontrol.api.ApiDescription.Operation;
import okienko.ui.Page;

/**
 * The REST interface for people.
 *
 * @param office this office's address, for the examples
 */
record ApiPage(List<Operation> operations, String office) implements Page {

    /** The operations by what they are about, in the description's order. */
    Map<String, List<Operation>> byTag() {
        return operations.stream()
                .collect(Collectors.groupingBy(Operation::tag, LinkedHashMap::new, Collectors.toList()));
    }
}
