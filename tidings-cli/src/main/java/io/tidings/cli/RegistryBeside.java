package io.tidings.cli;

import io.tidings.sync.RegistryAccess;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the registry is, for a command that does without one unless it is named. */
final class RegistryBeside {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--registry",
            paramLabel = "URL[,URL]",
            description = "Ask a registry too, and say what it would refuse that the gate has nothing against.")
    private @Nullable String registry;

    @Option(
            names = "--registry-config",
            paramLabel = "FILE",
            converter = InputFile.class,
            description =
                    "Properties as Kafka clients have them, for --registry and bases in registries: credentials, trust"
                            + " stores, time-outs. They may stand in the environment, too, as for register.")
    private @Nullable Path config;

    boolean named() {
        return registry != null;
    }

    RegistryAccess access() {
        try {
            RegistryAccess access = config == null
                    ? RegistryAccess.none()
                    : RegistryAccess.none().with(config);
            return access.withEnvironment(System.getenv()).at(registry);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
