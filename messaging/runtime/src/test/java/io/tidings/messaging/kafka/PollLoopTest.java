package io.tidings.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.StartPosition;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.config.ClientSettings;
import io.tidings.messaging.delivery.Delivery;
import io.tidings.messaging.delivery.RetryPolicy;
import io.tidings.messaging.parking.MemoryStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.FencedMemberEpochException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InvalidGroupIdException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnreleasedInstanceIdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a poll may throw, and what the loop makes of it. */
class PollLoopTest {

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final MockConsumer<byte[], byte[]> next = new MockConsumer<>("earliest");
    private final Queue<MockConsumer<byte[], byte[]>> clients = new ArrayDeque<>(List.of(consumer, next));

    /** Seen with a broker that was killed and came back: the group knows the member no more, and it joins anew. */
    static Stream<KafkaException> passing() {
        return Stream.of(
                new UnknownMemberIdException("no member any more"),
                new FencedMemberEpochException("an older epoch"),
                new TimeoutException("no answer"),
                new KafkaException("a callback stumbled", new NullPointerException("no offsets")),
                new KafkaException("a callback failed", new UnknownMemberIdException("no member any more")));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void goesOnWhereTheMemberJoinsAnew(KafkaException failure) {
        AtomicBoolean polledAgain = new AtomicBoolean();
        PollLoop loop = loop();
        consumer.schedulePollTask(() -> consumer.setPollException(failure));
        consumer.schedulePollTask(() -> {
            polledAgain.set(loop.running());
            loop.requestEnd();
        });

        loop.run();

        assertThat(polledAgain).isTrue();
        assertThat(consumer.closed()).isTrue();
    }

    /** Kafka's client takes these for final. */
    static Stream<KafkaException> passingForAnotherClient() {
        return Stream.of(
                GroupAuthorizationException.forGroupId("not allowed yet"),
                new UnreleasedInstanceIdException("the name is not free yet"),
                new KafkaException("a callback failed", new UnreleasedInstanceIdException("the name is not free yet")));
    }

    @ParameterizedTest
    @MethodSource("passingForAnotherClient")
    void goesOnWithAnotherClientWhereKafkasGivesUp(KafkaException failure) {
        AtomicBoolean polledAgain = new AtomicBoolean();
        PollLoop loop = loop();
        consumer.schedulePollTask(() -> consumer.setPollException(failure));
        next.schedulePollTask(() -> {
            polledAgain.set(loop.running() && next.subscription().equals(Set.of("orders")));
            loop.requestEnd();
        });

        loop.run();

        assertThat(polledAgain).isTrue();
        assertThat(consumer.closed()).isTrue();
        assertThat(next.closed()).isTrue();
    }

    @Test
    void endsWhereNothingWillChange() {
        assertThat(KafkaFailures.passes(new FencedInstanceIdException("another one has this name")))
                .isFalse();
        PollLoop loop = loop();
        consumer.schedulePollTask(() -> consumer.setPollException(new InvalidGroupIdException("no group")));

        loop.run();

        assertThat(loop.running()).isFalse();
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void aShareOfNothingIsNoShare() {
        AtomicBoolean waiting = new AtomicBoolean();
        PollLoop loop = loop();
        consumer.schedulePollTask(() -> consumer.rebalance(List.of()));
        consumer.schedulePollTask(() -> {
            waiting.set(loop.answered() && !given(loop));
            loop.requestEnd();
        });

        loop.run();

        assertThat(waiting).isTrue();
    }

    private static boolean given(PollLoop loop) {
        try {
            return loop.awaitAssigned(0);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private PollLoop loop() {
        Channel<String> channel = new Channel<>("orders", "orders", KeyType.STRING);
        Delivery<String> delivery = new Delivery<>(
                new TextCodec(),
                new SubscriptionSpec<>(channel, List.of(), "group"),
                message -> {},
                new RetryPolicy(Duration.ZERO, Duration.ZERO, 1));
        Lanes<String> lanes = new Lanes<>(new LaneOpening<>(
                ClientSettings.of(Map.of("bootstrap.servers", "127.0.0.1:1", "schema.registry.url", "mock://loop")),
                "group",
                delivery,
                new MemoryStore(),
                new ParkedFollower("parked", nobodysLetters(), () -> new MockConsumer<>("earliest")),
                WorkerThread.pool("loop", 1)));
        StartPositions starts = new StartPositions(StartPosition.COMMITTED, Duration.ofSeconds(1));
        return new PollLoop("loop", "orders", clients::remove, lanes, starts, Duration.ofSeconds(1), delivery.watch());
    }

    /** Nothing is assigned, so nobody looks. */
    private static DeadLetterTopics nobodysLetters() {
        Admin nobody = (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("nobody asks");
                });
        return new DeadLetterTopics(new Topics(nobody, Duration.ZERO), "orders", "group", -1);
    }
}
