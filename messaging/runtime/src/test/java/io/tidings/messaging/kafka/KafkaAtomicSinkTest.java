package io.tidings.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.observe.Listeners;
import io.tidings.messaging.observe.SinkWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of calls while the broker refuses, is away, or has given the sink to somebody else. */
class KafkaAtomicSinkTest {

    private static final Channel<String> CHANNEL = new Channel<>("orders", "orders", KeyType.STRING);
    private static final MessageType<String> TEXT =
            new MessageType<>("Text", String.class, Schema.create(Schema.Type.STRING));

    /** The broker: what it has committed, batch by batch, and what goes wrong next. */
    private final List<List<String>> committed = new CopyOnWriteArrayList<>();

    private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final CountDownLatch up = new CountDownLatch(1);

    private final SinkWatch watch = Listeners.NONE.sink();
    private KafkaAtomicSink sink = sink(Duration.ofSeconds(20));

    private KafkaAtomicSink sink(Duration patience) {
        return new KafkaAtomicSink(
                "instance",
                new TextCodec(),
                new SizeLimit(1000)::check,
                this::open,
                patience,
                Duration.ofSeconds(5),
                watch);
    }

    private TransactionalSink open() {
        opened.incrementAndGet();
        return new TransactionalSink() {
            @Override
            public void send(List<EncodedMessage> batch) {
                try {
                    up.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new TransientMessagingException("Interrupted", e);
                }
                List<String> ids = batch.stream().map(EncodedMessage::id).toList();
                if (ids.contains("bad")) {
                    throw new PoisonMessageException("Message bad is too large", null);
                }
                if (!failures.isEmpty()) {
                    throw failures.remove(0);
                }
                committed.add(ids);
            }

            @Override
            public void close() {}
        };
    }

    @AfterEach
    void close() {
        up.countDown();
        sink.close();
    }

    private CompletableFuture<List<Receipt>> send(String... ids) {
        List<OutgoingMessage<String, String>> messages = Stream.of(ids)
                .map(id -> OutgoingMessage.of(CHANNEL, TEXT, "key", "text", SendOptions.NONE.withId(id)))
                .toList();
        return sink.sendTogether(messages).toCompletableFuture();
    }

    private List<String> sent() {
        return committed.stream().flatMap(List::stream).toList();
    }

    private static void join(CompletableFuture<?>... calls) throws Exception {
        CompletableFuture.allOf(calls).get(20, TimeUnit.SECONDS);
    }

    @Test
    void callsThatWaitShareATransactionAndNoneIsTorn() throws Exception {
        sink.started();
        List<CompletableFuture<List<Receipt>>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(send(i + "a", i + "b"));
        }
        up.countDown();
        join(calls.toArray(CompletableFuture[]::new));

        assertThat(committed).hasSizeLessThanOrEqualTo(2);
        assertThat(sent()).hasSize(40).startsWith("0a", "0b", "1a", "1b");
        assertThat(calls.get(3).join()).extracting(Receipt::messageId).containsExactly("3a", "3b");
    }

    @Test
    void aCallThatIsRefusedFailsAlone() throws Exception {
        sink.started();
        CompletableFuture<List<Receipt>> before = send("1");
        CompletableFuture<List<Receipt>> refused = send("2", "bad");
        CompletableFuture<List<Receipt>> behind = send("3");
        up.countDown();
        join(before, behind);

        assertThatThrownBy(() -> refused.get(20, TimeUnit.SECONDS)).cause().isInstanceOf(PoisonMessageException.class);
        assertThat(sent()).containsExactly("1", "3");
    }

    @Test
    void whatFailsForNowIsRepeatedInItsPlaceAndByANewProducerInTheEnd() throws Exception {
        for (int i = 0; i < 3; i++) {
            failures.add(new TransientMessagingException("No answer", null));
        }
        sink.started();
        up.countDown();
        join(send("1", "2"), send("3"));

        assertThat(sent()).containsExactly("1", "2", "3");
        assertThat(opened).hasValue(2);
        assertThat(watch.health().ready()).isTrue();
        assertThat(sink.health().ready()).isTrue();
    }

    @Test
    void onlyTheReceiptGivesUp() throws Exception {
        sink = sink(Duration.ofMillis(1)).started();
        CompletableFuture<List<Receipt>> impatient = send("1");
        assertThatThrownBy(() -> impatient.get(20, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(TransientMessagingException.class)
                .hasMessageContaining("may still arrive");
        up.countDown();
        sink.close();
        assertThat(sent()).containsExactly("1");
    }

    @Test
    void whoIsOvertakenSaysSoAndSendsNoMore() {
        failures.add(new TransactionalSink.FencedException("overtaken", new IllegalStateException()));
        sink.started();
        up.countDown();
        CompletableFuture<List<Receipt>> call = send("1");
        assertThatThrownBy(() -> call.get(20, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(TransientMessagingException.class)
                .hasMessageContainingAll("'instance'", "an id of its own");
        assertThat(sink.health().live()).isFalse();
        assertThatThrownBy(() -> send("2").get(20, TimeUnit.SECONDS)).cause().hasMessageContaining("an id of its own");
        assertThat(sent()).isEmpty();
    }

    @Test
    void whatIsHandedOverIsSentBeforeItCloses() {
        sink.started();
        CompletableFuture<List<Receipt>> call = send("1");
        up.countDown();
        sink.close();
        assertThat(call).isCompleted();
        assertThatThrownBy(() -> send("2").get(20, TimeUnit.SECONDS)).cause().hasMessageContaining("is closed");
        assertThat(sent()).containsExactly("1");
    }
}
