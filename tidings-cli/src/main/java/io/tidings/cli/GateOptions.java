package io.tidings.cli;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.report.TextReport;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.baseline.Baselines;
import io.tidings.compat.gate.Former;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a command line says of the gate besides what to compare: exceptions, the date, what is shown, what is mended. */
final class GateOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            converter = InputFile.class,
            description = "How rules count and what is suppressed until when; without it, '.tidings.yaml' beside HEAD.")
    private @Nullable Path config;

    @Mixin
    private Today today = new Today();

    @Option(
            names = "--beside",
            paramLabel = "FILE",
            arity = "1",
            converter = InputFile.class,
            description = "A document that is served beside HEAD, such as that of the former major: what it has is not"
                    + " gone. Repeat it for more.")
    private List<Path> beside = List.of();

    @Option(
            names = "--new-since",
            paramLabel = "EARLIER",
            description = "Show only findings that are new since then: a report of 'check --format json', or a former"
                    + " state of HEAD, named as bases are. All count.")
    private @Nullable String newSince;

    @Option(names = "--fix", description = "Write the version that is suggested into HEAD, and check again.")
    private boolean fix;

    /** Fails where a file of settings is named that is not there. */
    @Nullable Path config() {
        Path named = config;
        if (named != null) {
            SettingsName.require(named);
        }
        return named;
    }

    boolean fix() {
        return fix;
    }

    CheckOptions over(CheckOptions options) {
        return options.withBeside(documents()).withClock(clock());
    }

    /** What was known before, named as bases are. */
    Former former(Baselines known) {
        return newSince == null ? Former.NOTHING : Former.parse(newSince, Path.of(""), known);
    }

    /** What tells today. */
    Clock clock() {
        return today.clock();
    }

    private List<AsyncApiDocument> documents() {
        List<AsyncApiDocument> documents = new ArrayList<>();
        for (Path file : beside) {
            ReadResult result = AsyncApi.read(file);
            if (!result.valid()) {
                throw new UnusableInput("the document beside, " + file + ", is not valid\n"
                        + TextReport.plain().of(List.of(result)).stripTrailing());
            }
            result.document().ifPresent(documents::add);
        }
        return documents;
    }
}
