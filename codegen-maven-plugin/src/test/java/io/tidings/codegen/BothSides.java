package io.tidings.codegen;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.codegen.avro.RecordSources;
import io.tidings.codegen.emit.ClientSources;
import io.tidings.codegen.emit.CodecSources;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.OperationPlan;
import io.tidings.codegen.plan.OperationPlan.Subscriber;
import io.tidings.codegen.plan.PlanSettings;
import io.tidings.codegen.plan.Planner;
import io.tidings.codegen.plan.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a document gives the application and those who talk to it, in a package each. */
record BothSides(Path file, AsyncApiDocument document, GenerationPlan application, GenerationPlan counterpart) {

    static BothSides read(Path file, String applicationPackage, String counterpartPackage) {
        return read(
                file,
                new RandomSettings(
                        new PlanSettings(applicationPackage, Role.APPLICATION, null),
                        new PlanSettings(counterpartPackage, Role.COUNTERPART, null)));
    }

    static BothSides read(Path file, RandomSettings settings) {
        ReadResult result = AsyncApi.read(file);
        List<Diagnostic> errors =
                result.diagnostics().stream().filter(Diagnostic::isError).toList();
        AsyncApiDocument document = result.document()
                .filter(read -> errors.isEmpty())
                .orElseThrow(() -> new AssertionError(file + " is not valid: " + errors));
        return new BothSides(
                file, document, plan(document, settings.application()), plan(document, settings.counterpart()));
    }

    private static GenerationPlan plan(AsyncApiDocument document, PlanSettings settings) {
        GenerationPlan plan = Planner.plan(document, settings);
        if (!plan.valid()) {
            throw new AssertionError(document.file() + " cannot be generated: "
                    + plan.diagnostics().stream().filter(Diagnostic::isError).toList());
        }
        return plan;
    }

    /** The sources of both sides, by path; record classes are the same for both. */
    Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        for (GenerationPlan plan : List.of(application, counterpart)) {
            RecordSources.of(plan).forEach(source -> sources.put(source.path(), source.content()));
            CodecSources.of(plan).forEach(source -> sources.put(source.path(), source.content()));
            ClientSources.of(plan).forEach(source -> sources.put(source.path(), source.content()));
        }
        return sources;
    }

    /** The operations as the application has them, each once. */
    List<OperationPlan> speaking() {
        return application.operations().stream().filter(BothSides::speaks).toList();
    }

    /** What the counterpart has of an operation. */
    OperationPlan partnerOf(OperationPlan operation) {
        return counterpart.operations().stream()
                .filter(BothSides::speaks)
                .filter(other -> other.operation().equals(operation.operation()))
                .findFirst()
                .orElseThrow();
    }

    /** Requestors have a subscriber beside them, for replies to what was asked otherwise. */
    private static boolean speaks(OperationPlan operation) {
        return !(operation instanceof Subscriber subscriber && subscriber.replies());
    }

    /** What there is in it, to see that nothing is missing among many of them. */
    Set<String> kinds() {
        Set<String> kinds = new TreeSet<>(Kinds.of(application));
        kinds.addAll(Kinds.of(counterpart));
        return kinds;
    }
}
