package io.tidings.cli;

import io.tidings.asyncapi.ReadOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a command line says of the weight of rules. */
final class RuleOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            converter = InputFile.class,
            description = "How rules are weighed; without it, '.tidings.yaml' beside the document.")
    private @Nullable Path config;

    @Option(names = "--recommended", description = "Apply rules of good practice too.")
    private boolean recommended;

    ReadOptions over(ReadOptions options) {
        if (config != null) {
            SettingsName.require(config);
        }
        ReadOptions read = config == null ? options : options.withSettings(config);
        return recommended ? read.withRules(read.rules().recommended()) : read;
    }
}
