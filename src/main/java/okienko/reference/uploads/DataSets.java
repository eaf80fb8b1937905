package okienko.reference.uploads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okienko.reference.DataSet;
import org.springframework.stereotype.Component;

/** Every data set the modules contribute, by name. */
@Component
class DataSets {

    private final Map<String, DataSet<?>> byName = new TreeMap<>();

    DataSets(List<DataSet<?>> sets) {
        sets.forEach(set -> byName.put(set.name(), set));
    }

    Optional<DataSet<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
