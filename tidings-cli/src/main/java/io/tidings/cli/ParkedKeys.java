package io.tidings.cli;

import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.ParkedKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds parked keys by their names. */
final class ParkedKeys {

    private ParkedKeys() {}

    /** Those named, in that order. */
    static List<ParkedKey> named(DeadLetterChannel channel, List<String> names) {
        Map<String, List<ParkedKey>> parked = channel.parked().stream()
                .collect(Collectors.groupingBy(KeyName::of, LinkedHashMap::new, Collectors.toList()));
        List<ParkedKey> found = new ArrayList<>();
        for (String name : names) {
            List<ParkedKey> keys = parked.get(name);
            if (keys == null) {
                throw new UnusableInput("'" + name + "' is not parked; "
                        + (parked.isEmpty() ? "nothing is" : "these are: " + String.join(", ", parked.keySet())));
            }
            found.addAll(keys);
        }
        return found;
    }
}
