package io.tidings.messaging.config;

import java.util.List;
import java.util.stream.Collectors;

/** What the user set cannot work. The message lists every problem, one a line. */
public final class InvalidConfigurationException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<ConfigurationProblem> problems;

    public InvalidConfigurationException(List<ConfigurationProblem> problems) {
        super(problems.stream()
                .map(problem -> "  " + problem)
                .collect(Collectors.joining(
                        System.lineSeparator(), "The configuration cannot work:" + System.lineSeparator(), "")));
        this.problems = List.copyOf(problems);
    }

    /** All of them, in the order of the keys. */
    public List<ConfigurationProblem> problems() {
        return problems;
    }
}
