package io.tidings.codegen.contract;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.codegen.contract.Contract.Answering;
import io.tidings.codegen.contract.Contract.Asking;
import io.tidings.codegen.contract.Contract.Gathering;
import io.tidings.codegen.contract.Contract.Handling;
import io.tidings.codegen.contract.Contract.Publishing;
import io.tidings.codegen.contract.Contract.Trial;
import io.tidings.codegen.plan.ChannelPlan;
import io.tidings.codegen.plan.ClassNames;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.MessageChoice;
import io.tidings.codegen.plan.MessageChoice.Variant;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.codegen.plan.OperationPlan;
import io.tidings.codegen.plan.OperationPlan.Gatherer;
import io.tidings.codegen.plan.OperationPlan.Publisher;
import io.tidings.codegen.plan.OperationPlan.Replier;
import io.tidings.codegen.plan.OperationPlan.Requestor;
import io.tidings.codegen.plan.OperationPlan.Subscriber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.jspecify.annotations.Nullable;

/** Joins the two sides of each operation, and finds samples to try them with. */
public final class ContractPlanner {

    private final GenerationPlan own;
    private final GenerationPlan other;
    private final String packageName;
    private final SamplePlanner samples;
    private final Map<String, List<Message>> messages = new HashMap<>();

    private ContractPlanner(AsyncApiDocument document, GenerationPlan own, GenerationPlan other, String packageName) {
        this.own = own;
        this.other = other;
        this.packageName = packageName;
        this.samples = new SamplePlanner(own);
        document.channels()
                .values()
                .forEach(channel -> channel.messages()
                        .values()
                        .forEach(message -> messages.computeIfAbsent(message.name(), name -> new ArrayList<>())
                                .add(message)));
    }

    /**
     * Plans a contract for each operation that both sides have.
     *
     * @param own the plan of the user's role, valid
     * @param other the plan of the opposite role, valid, in a package of its own
     * @param packageName where the tests stand
     */
    public static ContractPlan plan(
            AsyncApiDocument document, GenerationPlan own, GenerationPlan other, String packageName) {
        return new ContractPlanner(document, own, other, packageName).plan();
    }

    private ContractPlan plan() {
        List<Contract> contracts = own.operations().stream()
                .map(this::contract)
                .flatMap(Optional::stream)
                .toList();
        return new ContractPlan(own, other, packageName, contracts, keys());
    }

    private Map<JavaName, Sample> keys() {
        Map<JavaName, Sample> keys = new HashMap<>();
        for (ChannelPlan channel : own.channels()) {
            JavaName type = channel.key().type();
            if (type != null) {
                own.avroTypes().stream()
                        .filter(schema -> type.equals(ClassNames.of(schema)))
                        .filter(schema -> !own.existing().has(schema))
                        .findFirst()
                        .flatMap(schema -> samples.key(type, schema))
                        .ifPresent(sample -> keys.put(type, sample));
            }
        }
        return keys;
    }

    private Optional<Contract> contract(OperationPlan operation) {
        if (operation instanceof Publisher publisher) {
            return with(
                    publisher,
                    publisher.type(),
                    Subscriber.class,
                    (type, there) -> new Publishing(type, publisher, there));
        } else if (operation instanceof Subscriber subscriber) {
            return with(
                    subscriber,
                    subscriber.handler(),
                    Publisher.class,
                    (type, there) -> new Handling(type, subscriber, there, trials(subscriber.messages())));
        } else if (operation instanceof Requestor requestor) {
            return with(
                    requestor,
                    requestor.type(),
                    Replier.class,
                    (type, there) -> new Asking(type, requestor, there, trials(there.replies())));
        } else if (operation instanceof Gatherer gatherer) {
            return with(
                    gatherer,
                    gatherer.type(),
                    Replier.class,
                    (type, there) -> new Gathering(type, gatherer, there, trials(there.replies())));
        } else if (operation instanceof Replier replier) {
            return with(
                    replier,
                    replier.handler(),
                    replier.mayAnswer() ? Gatherer.class : Requestor.class,
                    (type, there) -> new Answering(type, replier, there, trials(replier.requests())));
        }
        return Optional.empty();
    }

    /** The contract of an operation that the other side has, too; what one side only could be generated for has none. */
    private <T extends OperationPlan> Optional<Contract> with(
            OperationPlan mine, JavaName tried, Class<? extends T> kind, BiFunction<JavaName, T, Contract> contract) {
        JavaName type = new JavaName(packageName, tried.simpleName() + "Contract");
        return other.operations(kind)
                .filter(there -> there.operation().equals(mine.operation()))
                .findFirst()
                .map(there -> contract.apply(type, there));
    }

    private List<Trial> trials(MessageChoice choice) {
        return choice.variants().stream()
                .map(Variant::message)
                .map(message -> new Trial(message, "example" + message.codeName(), sample(message)))
                .toList();
    }

    private Optional<Sample> sample(MessagePlan plan) {
        for (Message message : messages.getOrDefault(plan.name(), List.of())) {
            if (message.payload() instanceof MessageSchema.Avro avro
                    && SpecificCompiler.mangleTypeIdentifier(avro.schema().getName())
                            .equals(plan.payload().simpleName())) {
                return samples.sample(plan.payload(), avro.schema(), example(message));
            }
        }
        return Optional.empty();
    }

    /** The payload of the first example that has one. */
    private static @Nullable Node example(Message message) {
        return message.node().array("examples").map(ArrayNode::items).orElse(List.of()).stream()
                .filter(ObjectNode.class::isInstance)
                .map(example -> ((ObjectNode) example).get("payload"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }
}
