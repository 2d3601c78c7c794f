package io.tidings.messaging;

import io.tidings.messaging.AddressPattern.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address with parameters, such as {@code lights.{streetId}.measured}, for Kafka's topics. What it makes of values can be read
 * back as these values, and no others. Immutable.
 */
public final class AddressTemplate {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._-]+");

    /** Kafka allows 249 characters for a topic's name. */
    private static final int LONGEST = 249;

    private final String text;
    private final List<String> parameters;
    private final Map<String, Set<String>> allowed;
    private final AddressPattern pattern;

    private AddressTemplate(String text, Map<String, Set<String>> allowed) {
        this.text = text;
        this.allowed = allowed;
        List<String> names =
                PARAMETER.matcher(text).results().map(found -> found.group(1)).toList();
        this.parameters = names.stream().distinct().toList();
        List<Part> parts = new ArrayList<>();
        Matcher found = PARAMETER.matcher(text);
        int end = 0;
        for (int i = 0; found.find(); i++) {
            String name = found.group(1);
            parts.add(new Part.Fixed(text.substring(end, found.start())));
            boolean pending = names.indexOf(name) == i && names.lastIndexOf(name) > i;
            parts.add(new Part.Parameter(name, pending, allowed.get(name)));
            end = found.end();
        }
        parts.add(new Part.Fixed(text.substring(end)));
        this.pattern = new AddressPattern(parts);
    }

    /** Reads an address, with the names of parameters between braces. */
    public static AddressTemplate of(String text) {
        return new AddressTemplate(text, Map.of());
    }

    /** The same, where a parameter has one of these values. */
    public AddressTemplate with(String parameter, String... values) {
        Map<String, Set<String>> more = new LinkedHashMap<>(allowed);
        more.put(parameter, new LinkedHashSet<>(Arrays.asList(values)));
        return new AddressTemplate(text, more);
    }

    /** Their names, each once, in the order in which they stand in it. */
    public List<String> parameters() {
        return parameters;
    }

    /**
     * The address with values in the place of parameters.
     *
     * @param values one for each of {@link #parameters}
     * @throws AddressParameterException if a value is not fit for it
     */
    public String expand(String... values) {
        if (values.length != parameters.size()) {
            throw new IllegalArgumentException(text + " has the parameters " + parameters);
        }
        for (int i = 0; i < values.length; i++) {
            check(parameters.get(i), values[i]);
        }
        String address = PARAMETER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values[parameters.indexOf(found.group(1))]));
        checkAll(address, values);
        return address;
    }

    private void check(String parameter, String value) {
        Set<String> listed = allowed.get(parameter);
        if (listed != null && !listed.contains(value)) {
            throw new AddressParameterException(parameter, value, "it is none of " + String.join(", ", listed));
        }
        if (!LEGAL.matcher(value).matches()) {
            throw new AddressParameterException(
                    parameter,
                    value,
                    value.isEmpty() ? "it is empty" : "in a topic's name stand letters, digits, '.', '_' and '-' only");
        }
    }

    private void checkAll(String address, String... values) {
        if (address.length() > LONGEST) {
            int longest = 0;
            for (int i = 1; i < values.length; i++) {
                longest = values[i].length() > values[longest].length() ? i : longest;
            }
            throw new AddressParameterException(
                    parameters.get(longest),
                    values[longest],
                    "the topic's name has " + address.length() + " characters, and " + LONGEST + " are allowed");
        }
        List<String> read = values(address).orElse(List.of());
        for (int i = 0; i < values.length; i++) {
            if (read.isEmpty() || !read.get(i).equals(values[i])) {
                throw new AddressParameterException(
                        parameters.get(i),
                        values[i],
                        read.isEmpty()
                                ? "'" + address + "' is no topic's name"
                                : "in '" + address + "' it would be read as '" + read.get(i) + "'");
            }
        }
    }

    /** The values of an address, one for each of {@link #parameters}; empty if it is no address of this kind. */
    public Optional<List<String>> values(String address) {
        return isTopic(address)
                ? pattern.match(address)
                        .map(values -> parameters.stream().map(values::get).toList())
                : Optional.empty();
    }

    private static boolean isTopic(String address) {
        return address.length() <= LONGEST
                && LEGAL.matcher(address).matches()
                && !address.equals(".")
                && !address.equals("..");
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
