package io.tidings.codegen.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a channel's address, and the record that holds them.
 *
 * @param template the address, with the names of parameters between braces
 * @param parameters in the order in which they stand in it
 * @param sources the payloads that all of them can be taken from
 */
public record ParametersPlan(JavaName type, String template, List<Parameter> parameters, List<Source> sources) {

    private static final Pattern NAME = Pattern.compile("\\{[^{}]*}");

    /** What stands in a topic's name. */
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._-]+");

    public ParametersPlan {
        parameters = List.copyOf(parameters);
        sources = List.copyOf(sources);
    }

    /**
     * A component of the record.
     *
     * @param name as it stands between the braces
     * @param component as Java calls it
     * @param enumeration the enum of its values, within the record; null where it may be any text
     * @param values of the enum
     * @param defaultValue one of the values, where they are listed
     * @param examples other texts that it may be
     */
    public record Parameter(
            String name,
            String component,
            @Nullable String enumeration,
            List<Value> values,
            @Nullable String defaultValue,
            List<String> examples,
            Documentation documentation) {
        public Parameter {
            values = List.copyOf(values);
            examples = List.copyOf(examples);
        }

        /** The constant of the default value, in an enum. */
        public String defaultConstant() {
            return values.stream()
                    .filter(value -> value.text().equals(defaultValue))
                    .findFirst()
                    .orElseThrow()
                    .constant();
        }
    }

    /**
     * A value that the document lists.
     *
     * @param text as it stands in addresses
     */
    public record Value(String constant, String text) {}

    /**
     * A record class that holds all parameters.
     *
     * @param paths one for each, in their order
     */
    public record Source(JavaName payload, List<PayloadPath> paths) {
        public Source {
            paths = List.copyOf(paths);
        }
    }

    /** A text that a parameter may be, beside others: an example of the document's, unless an address could be read otherwise then. */
    public String sample(Parameter parameter) {
        String[] between = NAME.split(template, -1);
        List<String> separators = Arrays.asList(between).subList(1, between.length - 1);
        String named = parameter.component().replaceAll("[^A-Za-z0-9]", "") + "1";
        return Stream.concat(parameter.examples().stream(), Stream.of(named))
                .filter(text -> LEGAL.matcher(text).matches())
                .filter(text ->
                        separators.stream().noneMatch(separator -> !separator.isEmpty() && text.contains(separator)))
                .findFirst()
                .orElse("1");
    }

    /** Where they can be taken from, if a message of this class is sent. */
    public Optional<Source> in(JavaName payload) {
        return sources.stream()
                .filter(source -> source.payload().equals(payload))
                .findFirst();
    }
}
