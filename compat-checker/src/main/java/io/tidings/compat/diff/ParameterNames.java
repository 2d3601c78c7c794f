package io.tidings.compat.diff;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What parameters of an address are called: a name that nobody sees on the wire. */
final class ParameterNames {

    private static final Pattern NAME = Pattern.compile("\\{([^}]*)}");

    private ParameterNames() {}

    /**
     * The new name of each parameter, where the addresses are the same but for the names; empty where they are others. A name that
     * stands at another place than before is none of these: what was the city is the country now.
     */
    static Optional<Map<String, String>> between(@Nullable String was, @Nullable String is) {
        if (was == null || is == null || !withoutNames(was).equals(withoutNames(is))) {
            return Optional.empty();
        }
        Map<String, String> names = new LinkedHashMap<>();
        Matcher before = NAME.matcher(was);
        Matcher now = NAME.matcher(is);
        while (before.find() && now.find()) {
            String earlier = names.putIfAbsent(before.group(1), now.group(1));
            if (earlier != null && !earlier.equals(now.group(1))) {
                return Optional.empty();
            }
        }
        Set<String> taken = new HashSet<>();
        boolean apart = names.values().stream().allMatch(taken::add);
        boolean moved = names.entrySet().stream()
                .anyMatch(entry -> !entry.getKey().equals(entry.getValue()) && names.containsKey(entry.getValue()));
        return apart && !moved ? Optional.of(names) : Optional.empty();
    }

    static String withoutNames(String address) {
        return NAME.matcher(address).replaceAll("{}");
    }
}
