package io.tidings.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where artifacts come from, for commands whose bases may be artifacts. */
final class MavenOptions {

    @Option(
            names = "--maven-settings",
            paramLabel = "FILE",
            converter = InputFile.class,
            description = "Maven's settings, for bases in artifacts; ~/.m2/settings.xml by default.")
    private @Nullable Path settings;

    @Nullable Path settings() {
        return settings;
    }
}
