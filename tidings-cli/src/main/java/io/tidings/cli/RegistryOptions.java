package io.tidings.cli;

import io.tidings.registry.RegistryException;
import io.tidings.registry.SchemaRegistry;
import io.tidings.sync.RegistryAccess;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a command line says where the registry is. Credentials have other places: a command line is seen by others. */
final class RegistryOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--registry",
            paramLabel = "URL[,URL]",
            description = "The registry, or several nodes of it. Without it, as --config or the environment says.")
    private @Nullable String registry;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            converter = InputFile.class,
            description = "Properties as Kafka clients have them: credentials, trust stores, time-outs.")
    private @Nullable Path config;

    /** What is known of the registry, from all places. */
    RegistryAccess access() {
        try {
            RegistryAccess access = config == null
                    ? RegistryAccess.none()
                    : RegistryAccess.none().with(config);
            return access.withEnvironment(System.getenv()).at(registry);
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
    }

    /** Runs something that needs a registry. Who cannot be asked is not to blame on the document. */
    <R> R with(RegistryAccess access, Use<R> use) {
        if (!access.complete()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no registry is named: write --registry URL, or set " + RegistryAccess.ENVIRONMENT + "URL");
        }
        try (SchemaRegistry connected = SchemaRegistry.connect(access.settings())) {
            return use.of(connected);
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        } catch (RegistryException e) {
            throw new UnusableInput(String.valueOf(e.getMessage()), e);
        }
    }

    /** What is done with a registry. */
    @FunctionalInterface
    interface Use<R> {
        R of(SchemaRegistry registry);
    }

    private ParameterException wrong(IllegalArgumentException e) {
        return new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
}
