package io.tidings.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The date that counts. */
final class Today {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--today",
            paramLabel = "DATE",
            description =
                    "The date that counts for sunsets and suppressions, such as 2027-03-31. By default today's, in"
                            + " UTC.")
    private @Nullable String today;

    /** What tells today. */
    Clock clock() {
        String date = today;
        try {
            return date == null
                    ? Clock.systemUTC()
                    : Clock.fixed(
                            LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(), "\"" + date + "\" is no date: write year, month and day, 2027-03-31", e);
        }
    }
}
