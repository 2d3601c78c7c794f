package io.tidings.codegen;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.MessageChoice;
import io.tidings.codegen.plan.MessageChoice.Variant;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.codegen.plan.OperationPlan;
import io.tidings.codegen.plan.OperationPlan.AskMethods;
import io.tidings.codegen.plan.OperationPlan.GatherMethods;
import io.tidings.codegen.plan.OperationPlan.Gatherer;
import io.tidings.codegen.plan.OperationPlan.Publisher;
import io.tidings.codegen.plan.OperationPlan.Replier;
import io.tidings.codegen.plan.OperationPlan.Requestor;
import io.tidings.codegen.plan.OperationPlan.SendMethod;
import io.tidings.codegen.plan.OperationPlan.Subscriber;
import io.tidings.messaging.Gather;
import io.tidings.messaging.Gathered;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.GenericContainer;
import org.jspecify.annotations.Nullable;

/** Sends every message of a document by the code generated for one side, and looks at what the code of the other side is given. */
final class RoundTrips {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int VALUES = 2;

    private final GeneratedTypes types;
    private final Transport transport;
    private final String group;
    private final BlockingQueue<Received<?, ?>> arrived = new ArrayBlockingQueue<>(100);
    private int made;

    RoundTrips(ClassLoader loader, long seed, Transport transport, String group) {
        this.types = new GeneratedTypes(loader, seed);
        this.transport = transport;
        this.group = group;
    }

    /** Sends what an operation sends, in every way there is; returns how many messages arrived as they should. */
    int make(OperationPlan one, OperationPlan other) throws Exception {
        if (one instanceof Publisher publisher && other instanceof Subscriber subscriber) {
            publish(publisher, subscriber);
        } else if (one instanceof Requestor requestor && other instanceof Replier replier) {
            request(requestor, replier);
        } else if (one instanceof Gatherer gatherer && other instanceof Replier replier) {
            gather(gatherer, replier);
        } else if (other instanceof Publisher || other instanceof Requestor || other instanceof Gatherer) {
            return make(other, one);
        } else {
            throw new AssertionError(one + " does not talk to " + other);
        }
        return made;
    }

    private void publish(Publisher publisher, Subscriber subscriber) throws Exception {
        Object client = types.create(publisher.type(), new Class<?>[] {MessageSink.class}, transport.sink());
        subscribe(subscriber.type(), "handling", List.of(types.handler(subscriber.handler(), message -> {
            arrived.add(message);
            return null;
        })));
        for (SendMethod method : publisher.methods()) {
            for (int i = 0; i < VALUES; i++) {
                Object key = types.key(publisher.channel().key());
                Object payload = types.value(method.message());
                List<Object> options = i == 0 ? List.of() : List.of(SendOptions.NONE);
                done(types.call(client, method.name(), arguments(key, payload, options)));
                check(next(), key, payload, method.message(), subscriber.messages());
            }
        }
        if (publisher.tombstone() != null) {
            Object key = types.key(publisher.channel().key());
            done(types.call(client, "publishTombstone", arguments(key, SendOptions.NONE, List.of())));
            Received<?, ?> gone = next();
            assertThat(gone.payload()).isNull();
            assertThat(comparable(gone.key())).isEqualTo(comparable(key));
        }
    }

    private void request(Requestor requestor, Replier replier) throws Exception {
        Answers answers = new Answers(replier);
        serve(replier, answers);
        try (AutoCloseable client = open(requestor.type())) {
            for (AskMethods methods : requestor.methods()) {
                for (Variant reply : requestor.replies().variants()) {
                    Object key = types.key(requestor.channel().key());
                    Object payload = types.value(methods.message());
                    Object answer = answers.next(reply.message());
                    Object said =
                            done(types.call(client, methods.request(), arguments(key, payload, List.of(DEADLINE))));
                    check(next(), key, payload, methods.message(), replier.requests());
                    check(said, answer, reply.message(), requestor.replies());
                }
                Object payload = types.value(methods.message());
                Object key = types.key(requestor.channel().key());
                MessagePlan kind = requestor.replies().variants().get(0).message();
                Object answer = answers.next(kind);
                Object said = types.call(client, methods.requestAndWait(), arguments(key, payload, List.of(DEADLINE)));
                check(next(), key, payload, methods.message(), replier.requests());
                check(said, answer, kind, requestor.replies());
            }
        }
    }

    private void gather(Gatherer gatherer, Replier replier) throws Exception {
        Answers answers = new Answers(replier);
        serve(replier, answers);
        Gather one = Gather.untilCount(1).within(DEADLINE);
        try (AutoCloseable client = open(gatherer.type())) {
            for (GatherMethods methods : gatherer.methods()) {
                for (Variant reply : gatherer.replies().variants()) {
                    Object key = types.key(gatherer.channel().key());
                    Object payload = types.value(methods.message());
                    Object answer = answers.next(reply.message());
                    Gathered<?> said =
                            gathered(done(types.call(client, methods.gather(), arguments(key, payload, List.of(one)))));
                    check(next(), key, payload, methods.message(), replier.requests());
                    assertThat(said.replies()).hasSize(1);
                    check(said.replies().get(0), answer, reply.message(), gatherer.replies());
                }
            }
        }
    }

    private AutoCloseable open(JavaName type) {
        return (AutoCloseable) requireNonNull(types.callStatic(type, "open", List.of(transport)));
    }

    private void serve(Replier replier, Answers answers) {
        Object handler = types.handler(replier.handler(), message -> {
            arrived.add(message);
            return answers.give();
        });
        subscribe(replier.type(), "replying", List.of(handler, transport.sink()));
    }

    private void subscribe(JavaName type, String adapting, List<Object> handling) {
        MessageHandler<?> adapted = (MessageHandler<?>) types.callStatic(type, adapting, handling);
        types.callStatic(type, "subscribe", List.of(transport, group, adapted));
    }

    private Received<?, ?> next() throws InterruptedException {
        Received<?, ?> message = arrived.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("Nothing arrived");
        }
        return message;
    }

    private void check(
            Received<?, ?> message, @Nullable Object key, Object payload, MessagePlan kind, MessageChoice choice) {
        assertThat(comparable(message.key())).isEqualTo(comparable(key));
        assertThat(message.metadata().type()).isEqualTo(kind.name());
        check(message.payload(), payload, kind, choice);
    }

    private void check(@Nullable Object value, Object payload, MessagePlan kind, MessageChoice choice) {
        Object bare = value;
        if (choice.union() != null) {
            Variant variant = types.variant(choice, kind);
            assertThat(value).isNotNull().isInstanceOf(types.variantType(choice, variant));
            bare = types.call(value, "payload", List.of());
        }
        assertThat(AvroItself.content(bare)).isEqualTo(AvroItself.content(payload));
        made++;
    }

    private static List<Object> arguments(@Nullable Object key, Object payload, List<Object> others) {
        List<Object> arguments = new ArrayList<>();
        if (key != null) {
            arguments.add(key);
        }
        arguments.add(payload);
        arguments.addAll(others);
        return arguments;
    }

    private static @Nullable Object done(@Nullable Object stage) throws Exception {
        return ((CompletionStage<?>) requireNonNull(stage))
                .toCompletableFuture()
                .get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    }

    private static Gathered<?> gathered(@Nullable Object value) {
        return (Gathered<?>) requireNonNull(value);
    }

    private static @Nullable Object comparable(@Nullable Object key) {
        if (key instanceof GenericContainer) {
            return key.toString(); // each side may have a class of its own
        }
        return key instanceof byte[] bytes ? java.util.HexFormat.of().formatHex(bytes) : key;
    }

    /** What a replier's handler answers next. */
    private final class Answers {

        private final Replier replier;
        private volatile @Nullable Object next;

        Answers(Replier replier) {
            this.replier = replier;
        }

        Object next(MessagePlan kind) {
            Object payload = types.value(kind);
            MessageChoice choice = replier.replies();
            Object reply = choice.union() == null ? payload : types.wrap(choice, types.variant(choice, kind), payload);
            next = replier.mayAnswer() ? Optional.of(reply) : reply;
            return payload;
        }

        @Nullable Object give() {
            return next;
        }
    }
}
