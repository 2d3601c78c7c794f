package io.tidings.codegen;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.codegen.plan.ChannelPlan;
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
import io.tidings.messaging.Subscription;
import io.tidings.messaging.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.avro.generic.GenericContainer;
import org.jspecify.annotations.Nullable;

/** Sends every message of a document by the code generated for one side, and looks at what the code of the other side is given. */
final class RoundTrips {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int VALUES = 2;

    private final GeneratedTypes types;
    private final Surroundings surroundings;
    private final Transport transport;
    private final String group;
    private final BlockingQueue<Arrived> arrived = new ArrayBlockingQueue<>(100);
    private int made;

    RoundTrips(ClassLoader loader, long seed, Transport transport, String group) {
        this.types = new GeneratedTypes(loader, seed);
        this.surroundings = new Surroundings(types, seed);
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
        MessageHandler<?> handler =
                adapted(subscriber.type(), "handling", List.of(handler(subscriber.handler(), () -> null)));
        try (Listening listening =
                new Listening(publisher.channel(), subscriber.channel(), subscriber.type(), handler)) {
            for (SendMethod method : publisher.methods()) {
                for (int i = 0; i < VALUES; i++) {
                    Sent sent = sent(publisher.channel(), method.message(), i > 0);
                    listening.at(sent.parameters());
                    done(types.call(
                            client, method.name(), sent.arguments(i == 0 ? List.of() : List.of(SendOptions.NONE))));
                    check(next(), sent, subscriber.messages(), listening);
                }
            }
            if (publisher.tombstone() != null) {
                Object key = requireNonNull(types.key(publisher.channel().key()));
                List<Object> arguments = new ArrayList<>();
                // A tombstone has no payload to take parameters from
                surroundings.someParameters(publisher.channel()).ifPresent(arguments::add);
                listening.at(arguments.stream().findFirst());
                arguments.add(key);
                arguments.add(SendOptions.NONE);
                done(types.call(client, "publishTombstone", arguments));
                Arrived gone = next();
                assertThat(gone.message().payload()).isNull();
                assertThat(comparable(gone.message().key())).isEqualTo(comparable(key));
            }
        }
    }

    private void request(Requestor requestor, Replier replier) throws Exception {
        Answers answers = new Answers(replier);
        try (Listening listening = serve(requestor.channel(), replier, answers);
                AutoCloseable client = open(requestor.type(), requestor.replyChannel())) {
            for (AskMethods methods : requestor.methods()) {
                for (Variant reply : requestor.replies().variants()) {
                    ask(
                                    client,
                                    methods.request(),
                                    requestor.channel(),
                                    methods.message(),
                                    reply.message(),
                                    answers,
                                    listening)
                            .check(requestor.replies());
                }
                MessagePlan kind = requestor.replies().variants().get(0).message();
                ask(client, methods.requestAndWait(), requestor.channel(), methods.message(), kind, answers, listening)
                        .check(requestor.replies());
            }
        }
    }

    private Said ask(
            Object client,
            String method,
            ChannelPlan channel,
            MessagePlan message,
            MessagePlan reply,
            Answers answers,
            Listening listening)
            throws Exception {
        Sent sent = sent(channel, message, true);
        listening.at(sent.parameters());
        Object answer = answers.next(reply);
        Object said = types.call(client, method, sent.arguments(List.of(DEADLINE)));
        said = said instanceof CompletionStage<?> ? done(said) : said;
        check(next(), sent, answers.replier.requests(), listening);
        return new Said(said, answer, reply);
    }

    /** What was replied, and what came of it. */
    private final class Said {
        private final @Nullable Object value;
        private final Object answer;
        private final MessagePlan kind;

        Said(@Nullable Object value, Object answer, MessagePlan kind) {
            this.value = value;
            this.answer = answer;
            this.kind = kind;
        }

        void check(MessageChoice replies) {
            RoundTrips.this.check(value, answer, kind, replies);
        }
    }

    private void gather(Gatherer gatherer, Replier replier) throws Exception {
        Answers answers = new Answers(replier);
        Gather one = Gather.untilCount(1).within(DEADLINE);
        try (Listening listening = serve(gatherer.channel(), replier, answers);
                AutoCloseable client = open(gatherer.type(), gatherer.replyChannel())) {
            for (GatherMethods methods : gatherer.methods()) {
                for (Variant reply : gatherer.replies().variants()) {
                    Sent sent = sent(gatherer.channel(), methods.message(), true);
                    listening.at(sent.parameters());
                    Object answer = answers.next(reply.message());
                    Gathered<?> said =
                            gathered(done(types.call(client, methods.gather(), sent.arguments(List.of(one)))));
                    check(next(), sent, replier.requests(), listening);
                    assertThat(said.replies()).hasSize(1);
                    check(said.replies().get(0), answer, reply.message(), gatherer.replies());
                }
            }
        }
    }

    private AutoCloseable open(JavaName type, ChannelPlan replies) {
        List<Object> arguments = replies.open() ? List.of(transport, group + ".replies") : List.of(transport);
        return (AutoCloseable) requireNonNull(types.callStatic(type, "open", arguments));
    }

    private Listening serve(ChannelPlan asked, Replier replier, Answers answers) throws Exception {
        Object handler = handler(replier.handler(), answers::give);
        MessageHandler<?> adapted = adapted(replier.type(), "replying", List.of(handler, transport.sink()));
        return new Listening(asked, replier.channel(), replier.type(), adapted);
    }

    private Object handler(JavaName type, Supplier<@Nullable Object> answer) {
        return types.handler(type, (message, others) -> {
            arrived.add(new Arrived(message, others));
            return answer.get();
        });
    }

    private MessageHandler<?> adapted(JavaName type, String adapting, List<Object> handling) {
        return (MessageHandler<?>) requireNonNull(types.callStatic(type, adapting, handling));
    }

    /** A subscription to where something is sent: where the address has parameters, another one each time. */
    private final class Listening implements AutoCloseable {
        private final ChannelPlan here;
        private final ChannelPlan there;
        private final JavaName type;
        private final MessageHandler<?> handler;
        private @Nullable Object parameters;
        private @Nullable Subscription subscription;

        Listening(ChannelPlan here, ChannelPlan there, JavaName type, MessageHandler<?> handler) throws Exception {
            this.here = here;
            this.there = there;
            this.type = type;
            this.handler = handler;
            if (here.parameters() == null) {
                subscribe(List.of(transport, group, handler));
            }
        }

        void at(Optional<Object> sending) throws Exception {
            if (sending.isPresent()) {
                Object next = surroundings.asOtherSide(there, sending.get());
                if (!next.equals(parameters)) {
                    close();
                    parameters = next;
                    subscribe(List.of(transport, next, group, handler));
                }
            }
        }

        private void subscribe(List<Object> arguments) throws Exception {
            subscription = (Subscription) requireNonNull(types.callStatic(type, "subscribe", arguments));
            assertThat(subscription.awaitReady(DEADLINE))
                    .as("ready at %s", here.address())
                    .isTrue();
        }

        @Override
        public void close() {
            if (subscription != null) {
                subscription.close();
                subscription = null;
            }
        }
    }

    /** What is sent: in the order of a method's parameters, and without those that the method does not have. */
    private record Sent(
            MessagePlan kind,
            Optional<Object> parameters,
            boolean inPayload,
            @Nullable Object key,
            Object payload,
            Optional<Object> headers) {

        List<Object> arguments(List<Object> others) {
            List<Object> arguments = new ArrayList<>();
            if (!inPayload) {
                parameters.ifPresent(arguments::add);
            }
            if (key != null) {
                arguments.add(key);
            }
            arguments.add(payload);
            headers.ifPresent(arguments::add);
            arguments.addAll(others);
            return arguments;
        }
    }

    private Sent sent(ChannelPlan channel, MessagePlan kind, boolean withHeaders) {
        Object payload = types.value(kind);
        surroundings.clear(payload, kind);
        boolean headers =
                kind.headers() != null && (withHeaders || !kind.headers().optional());
        return new Sent(
                kind,
                surroundings.parameters(channel, kind, payload),
                Surroundings.inPayload(channel, kind),
                types.key(channel.key()),
                payload,
                headers ? surroundings.headers(kind) : Optional.empty());
    }

    /** What a handler was given: a message, and the parameters of where it came from. */
    private record Arrived(Received<?, ?> message, List<Object> parameters) {}

    private Arrived next() throws InterruptedException {
        Arrived message = arrived.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("Nothing arrived");
        }
        return message;
    }

    private void check(Arrived arrival, Sent sent, MessageChoice choice, Listening listening) {
        Received<?, ?> message = arrival.message();
        MessagePlan kind = sent.kind();
        assertThat(comparable(message.key())).isEqualTo(comparable(sent.key()));
        assertThat(message.metadata().type()).isEqualTo(kind.typeName());
        assertThat(arrival.parameters())
                .isEqualTo(listening.parameters == null ? List.of() : List.of(listening.parameters));
        sent.headers().ifPresent(headers -> {
            MessagePlan asReceived = choice.variants().stream()
                    .map(Variant::message)
                    .filter(one -> one.codeName().equals(kind.codeName()))
                    .findFirst()
                    .orElseThrow();
            assertThat(surroundings.arrived(asReceived, message)).isEqualTo(headers.toString());
        });
        check(message.payload(), sent.payload(), kind, choice);
    }

    private void check(@Nullable Object value, Object payload, MessagePlan kind, MessageChoice choice) {
        Object bare = value;
        if (choice.union() != null) {
            Variant variant = types.variant(choice, kind);
            assertThat(value).isNotNull().isInstanceOf(types.variantType(choice, variant));
            bare = types.call(value, "payload", List.of());
        }
        surroundings.fill(payload, bare, kind);
        assertThat(AvroItself.content(bare)).isEqualTo(AvroItself.content(payload));
        made++;
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

        /** Of a kind as the asking side has it. */
        Object next(MessagePlan kind) {
            MessageChoice choice = replier.replies();
            Variant variant = types.variant(choice, kind);
            Object payload = types.value(variant.message());
            surroundings.clear(payload, variant.message());
            Object reply = choice.union() == null ? payload : types.wrap(choice, variant, payload);
            next = replier.mayAnswer() ? Optional.of(reply) : reply;
            return payload;
        }

        @Nullable Object give() {
            return next;
        }
    }
}
