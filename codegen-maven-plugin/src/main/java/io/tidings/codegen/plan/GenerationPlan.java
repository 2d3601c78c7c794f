package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * What to generate: every name and type decided.
 *
 * @param document the document's file name, without folders, so that what is generated does not depend on where a build runs
 * @param title the API's name as written
 * @param version {@code info.version}
 * @param packageName where clients are generated
 * @param avroTypes every named Avro type that needs a class, as the class has it, each once, in the order of the document
 * @param existing those among them for which there is a class already
 * @param codecs one for each record that can have one, in the same order
 * @param stages a staged builder for each record, or none at all
 * @param choices a sealed interface for each field that holds one of several types
 * @param records how record classes look
 * @param diagnostics what cannot be generated and which names were changed, in {@link Diagnostic#ORDER}
 */
public record GenerationPlan(
        String document,
        String title,
        String version,
        String packageName,
        JavaName channelsType,
        List<ChannelPlan> channels,
        JavaName messagesType,
        List<MessagePlan> messages,
        List<OperationPlan> operations,
        Optional<ReplicasPlan> replicas,
        Optional<ServersPlan> servers,
        List<Schema> avroTypes,
        ExistingTypes existing,
        List<CodecPlan> codecs,
        List<StagesPlan> stages,
        List<ChoicePlan> choices,
        RecordSettings records,
        List<Diagnostic> diagnostics) {

    public GenerationPlan {
        channels = List.copyOf(channels);
        messages = List.copyOf(messages);
        operations = List.copyOf(operations);
        avroTypes = List.copyOf(avroTypes);
        codecs = List.copyOf(codecs);
        stages = List.copyOf(stages);
        choices = List.copyOf(choices);
        diagnostics = diagnostics.stream().sorted(Diagnostic.ORDER).distinct().toList();
    }

    /** The types for which a class is generated. */
    public Stream<Schema> generatedTypes() {
        return avroTypes.stream().filter(type -> !existing.has(type));
    }

    /** Whether code can be generated: no diagnostic is an error. */
    public boolean valid() {
        return diagnostics.stream().noneMatch(Diagnostic::isError);
    }

    /** The operations of one kind, in the order of the document. */
    public <T extends OperationPlan> Stream<T> operations(Class<T> kind) {
        return operations.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Every choice among kinds of message that needs a sealed interface, once. */
    public Stream<MessageChoice> unions() {
        return operations.stream()
                .flatMap(operation -> {
                    if (operation instanceof OperationPlan.Subscriber subscriber) {
                        return Stream.of(subscriber.messages());
                    }
                    if (operation instanceof OperationPlan.Requestor requestor) {
                        return Stream.of(requestor.replies());
                    }
                    if (operation instanceof OperationPlan.Gatherer gatherer) {
                        return Stream.of(gatherer.replies());
                    }
                    if (operation instanceof OperationPlan.Replier replier) {
                        return Stream.of(replier.requests(), replier.replies());
                    }
                    return Stream.of();
                })
                .filter(choice -> choice.union() != null)
                .distinct();
    }
}
