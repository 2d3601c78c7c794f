package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where messages go: a Kafka topic, or else the address. What parameters are called does not count; the values that they are
 * declared to take do.
 */
final class Address {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)}");

    private final String text;
    private final String shape;
    private final List<List<String>> values;
    private final @Nullable Pattern pattern;

    private Address(String text, List<String> names, Map<String, List<String>> declared) {
        this.text = text;
        this.shape = PARAMETER.matcher(text).replaceAll("{}");
        this.values = names.stream()
                .map(name -> declared.getOrDefault(name, List.of()))
                .toList();
        this.pattern = names.isEmpty() ? null : compiled(text, values);
    }

    /** The address of a channel; null where it is known at run time only. */
    static @Nullable Address of(Channel channel) {
        String text = channel.topic();
        if (text == null) {
            return null;
        }
        Map<String, List<String>> declared = new HashMap<>();
        for (Parameter parameter : channel.parameters()) {
            declared.put(parameter.name(), parameter.values());
        }
        List<String> names =
                PARAMETER.matcher(text).results().map(found -> found.group(1)).toList();
        return new Address(text, names, declared);
    }

    private static Pattern compiled(String text, List<List<String>> values) {
        StringBuilder regex = new StringBuilder();
        Matcher matcher = PARAMETER.matcher(text);
        int from = 0;
        for (int i = 0; matcher.find(); i++) {
            regex.append(Pattern.quote(text.substring(from, matcher.start())));
            List<String> some = values.get(i);
            regex.append(
                    some.isEmpty()
                            ? "[^/]+"
                            : "(?:"
                                    + String.join(
                                            "|",
                                            some.stream().map(Pattern::quote).toList()) + ")");
            from = matcher.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(text.substring(from))).toString());
    }

    String text() {
        return text;
    }

    /** Without the names of parameters. */
    String shape() {
        return shape;
    }

    boolean hasParameters() {
        return pattern != null;
    }

    /** Whether a message sent to one can arrive at the other. */
    boolean meets(Address other) {
        Pattern mine = pattern;
        Pattern theirs = other.pattern;
        if (mine == null) {
            return theirs == null
                    ? text.equals(other.text)
                    : theirs.matcher(text).matches();
        }
        if (theirs == null) {
            return mine.matcher(other.text).matches();
        }
        return shape.equals(other.shape) && shareValues(other);
    }

    private boolean shareValues(Address other) {
        for (int i = 0; i < values.size(); i++) {
            List<String> mine = values.get(i);
            List<String> theirs = other.values.get(i);
            if (!mine.isEmpty() && !theirs.isEmpty() && mine.stream().noneMatch(theirs::contains)) {
                return false;
            }
        }
        return true;
    }
}
