package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Stream;

/** {@code x-tidings.sunset} is the day from which on nobody can count on this version, or on a channel of it. */
final class SunsetRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo("tidings-sunset", Severity.ERROR, "a sunset is a date");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Stream.of("TidingsRoot", "TidingsInfo", "TidingsChannel")
                .flatMap(type -> subject.all(type).stream())
                .forEach(said -> said.get("sunset")
                        .filter(sunset -> sunset.text().isPresent() && !isDate(sunset))
                        .ifPresent(sunset -> findings.add(
                                sunset,
                                "'" + sunset.text().orElse("") + "' is no date",
                                "write year, month and day: 2027-03-31")));
    }

    private static boolean isDate(Node sunset) {
        try {
            LocalDate.parse(sunset.text().orElse(""));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
