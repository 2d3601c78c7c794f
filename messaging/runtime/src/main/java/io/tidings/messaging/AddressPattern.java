package io.tidings.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values out of an address: as little as possible for each, the first ones first. What was tried in vain is not tried again
 * from the same place, and so an address that nobody should have sent takes no more time than others. Immutable.
 */
final class AddressPattern {

    private final List<Part> parts;

    AddressPattern(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** What stands between parameters, or one of these. */
    sealed interface Part {

        /** Text as it is. */
        record Fixed(String text) implements Part {}

        /**
         * A parameter.
         *
         * @param pending whether it stands in the address once more, later
         * @param allowed its values, in the order in which they are tried; null for any text
         */
        record Parameter(
                String name, boolean pending, @Nullable Set<String> allowed) implements Part {}
    }

    /** The values by name; empty if the address has no such form. */
    Optional<Map<String, String>> match(String address) {
        Search search = new Search(address);
        return search.from(0, 0) ? Optional.of(search.values) : Optional.empty();
    }

    /** Of one address. */
    private final class Search {

        private final String address;
        private final Map<String, String> values = new HashMap<>();
        private final Set<State> inVain = new HashSet<>();

        Search(String address) {
            this.address = address;
        }

        /** Whether the parts from one on make what stands from a place on; then their values are there. */
        boolean from(int part, int place) {
            if (part == parts.size()) {
                return place == address.length();
            }
            State state = new State(part, place, pending(part));
            if (inVain.contains(state)) {
                return false;
            }
            boolean found = parts.get(part) instanceof Part.Parameter parameter
                    ? parameter(parameter, part, place)
                    : text(((Part.Fixed) parts.get(part)).text(), part, place);
            if (!found) {
                inVain.add(state);
            }
            return found;
        }

        private boolean text(String text, int part, int place) {
            return address.startsWith(text, place) && from(part + 1, place + text.length());
        }

        private boolean parameter(Part.Parameter parameter, int part, int place) {
            String known = values.get(parameter.name());
            if (known != null) {
                return text(known, part, place);
            }
            boolean found = parameter.allowed() == null
                    ? anyText(parameter, part, place)
                    : parameter.allowed().stream().anyMatch(value -> value(parameter, value, part, place));
            if (!found) {
                values.remove(parameter.name());
            }
            return found;
        }

        private boolean anyText(Part.Parameter parameter, int part, int place) {
            for (int end = place + 1; end <= address.length(); end++) {
                if (value(parameter, address.substring(place, end), part, place)) {
                    return true;
                }
            }
            return false;
        }

        private boolean value(Part.Parameter parameter, String value, int part, int place) {
            if (!address.startsWith(value, place)) {
                return false;
            }
            values.put(parameter.name(), value);
            return from(part + 1, place + value.length());
        }

        /** The values so far on which it depends what follows. */
        private List<String> pending(int part) {
            List<String> pending = new ArrayList<>();
            for (Part before : parts.subList(0, part)) {
                if (before instanceof Part.Parameter parameter && parameter.pending()) {
                    pending.add(Objects.requireNonNull(values.get(parameter.name())));
                }
            }
            return pending;
        }
    }

    private record State(int part, int place, List<String> pending) {}
}
