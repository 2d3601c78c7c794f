package io.tidings.cli;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.report.Validation;
import io.tidings.asyncapi.search.DocumentSearch;
import io.tidings.asyncapi.search.Found;
import io.tidings.registry.SchemaRegistry;
import io.tidings.sync.RegistryAccess;
import io.tidings.sync.plan.PlanSettings;
import io.tidings.sync.plan.RegistrationPlan;
import io.tidings.sync.plan.SubjectStrategy;
import io.tidings.sync.register.Registration;
import io.tidings.sync.register.RegistrationReport;
import io.tidings.sync.register.RegistrationResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code tidings register}. */
@Command(
        name = "register",
        description = "Registers the Avro schemas of AsyncAPI documents, all of them or none.",
        footer = {
            "",
            "Environment: TIDINGS_REGISTRY_ and a setting's name, as in TIDINGS_REGISTRY_URL or"
                    + " TIDINGS_REGISTRY_BASIC_AUTH_USER_INFO (user:password); it goes before --config."
        })
final class RegisterCommand extends Reporting implements Callable<Integer> {

    @Parameters(
            paramLabel = "DOC",
            arity = "1..*",
            converter = InputName.class,
            description = "AsyncAPI documents in YAML or JSON, folders, or globs.")
    private List<String> names = List.of();

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Option(
            names = "--strategy",
            paramLabel = "STRATEGY",
            converter = StrategyConverter.class,
            description =
                    "Subjects of payloads: topic, record or topic-record. By default as the documents say, or else"
                            + " topic-record.")
    private @Nullable SubjectStrategy payloads;

    @Option(
            names = "--key-strategy",
            paramLabel = "STRATEGY",
            converter = StrategyConverter.class,
            description = "Subjects of Avro keys. By default as the documents say, or else topic.")
    private @Nullable SubjectStrategy keys;

    @Option(
            names = "--references",
            description = "Register types that several schemas need under their own names, and refer to them.")
    private boolean references;

    @Option(names = "--all", description = "Register what is received, too; otherwise what is sent.")
    private boolean all;

    @Option(names = "--dry-run", description = "Ask the registry about everything, and register nothing.")
    private boolean dryRun;

    @Option(names = "--normalize", description = "Let the registry bring schemas into its normal form.")
    private boolean normalize;

    @Override
    public Integer call() {
        Found found = DocumentSearch.find(names, Path.of(""));
        if (!found.problems().isEmpty()) {
            throw new UnusableInput(String.join("\ntidings: ", found.problems()));
        }
        checkOutputs(found.documents());
        // The registry first: it is the user's command that is wrong, not the documents.
        RegistryAccess access = registry.access();
        PlanSettings settings = settings(access);
        return registry.with(access, connected -> register(found.documents(), settings, connected));
    }

    private PlanSettings settings(RegistryAccess access) {
        try {
            return access.strategies(new PlanSettings(payloads, keys, references, all));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command(), String.valueOf(e.getMessage()), e);
        }
    }

    private int register(List<Path> files, PlanSettings settings, SchemaRegistry connected) {
        List<ReadResult> results = files.stream().map(AsyncApi::read).toList();
        if (!results.stream().allMatch(ReadResult::valid)) {
            publish(Validation.report(results));
            return results.stream().anyMatch(result -> result.sources().isEmpty())
                    ? Status.UNUSABLE
                    : Status.DOES_NOT_HOLD;
        }
        List<AsyncApiDocument> documents = results.stream()
                .map(ReadResult::document)
                .flatMap(Optional::stream)
                .toList();
        RegistrationPlan plan = RegistrationPlan.of(documents, settings);
        Registration registration = new Registration(connected, normalize);
        RegistrationResult result = dryRun ? registration.dryRun(plan) : registration.run(plan);
        publish(RegistrationReport.of(files, result));
        return Status.of(result.holds());
    }
}
