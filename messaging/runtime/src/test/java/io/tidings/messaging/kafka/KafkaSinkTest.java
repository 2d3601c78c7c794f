package io.tidings.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.observe.Listeners;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What a caller of the sink is told, and when. The thread that keeps the deadlines is not started: the test is the clock. */
class KafkaSinkTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Channel<String> CHANNEL = new Channel<>("orders", "orders", KeyType.STRING);
    private static final MessageType<String> TEXT =
            new MessageType<>("Text", String.class, Schema.create(Schema.Type.STRING));

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final PendingReceipts receipts = new PendingReceipts(PATIENCE);
    private final List<String> refusals = new ArrayList<>();
    private final KafkaSink sink = new KafkaSink(
            new TextCodec(), producer, new SizeLimit(1000)::check, refusals::add, receipts, Listeners.NONE.sink());

    @Test
    void aReceiptSaysWhereAMessageIs() {
        CompletableFuture<Receipt> receipt = send("a");
        assertThat(receipt).isNotDone();

        producer.completeNext();

        assertThat(receipt).isCompletedWithValue(new Receipt("a", "orders", new Receipt.Position(0, 0)));
    }

    @Test
    void aReceiptGivesUpButTheProducerDoesNot() {
        CompletableFuture<Receipt> first = send("a");
        CompletableFuture<Receipt> second = send("b");

        receipts.expire(System.nanoTime() + PATIENCE.toNanos() - 1_000_000_000L);
        assertThat(first).isNotDone();
        receipts.expire(System.nanoTime() + PATIENCE.toNanos());

        assertThatThrownBy(first::get)
                .cause()
                .isInstanceOf(TransientMessagingException.class)
                .hasMessageContaining("Message a to 'orders'")
                .hasMessageContaining("120000 ms")
                .hasMessageContaining("may still arrive");
        assertThat(second).isCompletedExceptionally();
        producer.completeNext();
        producer.completeNext();
        assertThat(sent()).containsExactly("a", "b");
        assertThat(first).isCompletedExceptionally();
        assertThat(refusals).isEmpty();
    }

    @Test
    void whatIsAcknowledgedDoesNotExpire() {
        CompletableFuture<Receipt> receipt = send("a");
        producer.completeNext();

        receipts.expire(System.nanoTime() + 2 * PATIENCE.toNanos());

        assertThat(receipt).isCompleted();
    }

    @Test
    void nothingIsSentThatIsNotAdmitted() {
        assertThatThrownBy(() -> send("x".repeat(2000))).isInstanceOf(PoisonMessageException.class);

        assertThat(sent()).isEmpty();
    }

    @Test
    void aTopicThatHasChangedIsToBeAskedAgain() {
        CompletableFuture<Receipt> receipt = send("a");

        producer.errorNext(new RecordTooLargeException("too large"));

        assertThatThrownBy(receipt::get).cause().isInstanceOf(PoisonMessageException.class);
        assertThat(refusals).containsExactly("orders");
    }

    @Test
    void whatTheProducerDoesNotTakeFailsAtOnce() {
        producer.sendException = new TimeoutException("The buffer is full");

        assertThat(send("a")).isCompletedExceptionally();
        assertThat(sent()).isEmpty();
    }

    @Test
    void flushingWaitsForWhatWasSent() throws InterruptedException {
        CompletableFuture<Receipt> first = send("a");
        CompletableFuture<Receipt> second = send("b");

        assertThat(sink.flush(Duration.ofSeconds(30))).isTrue();

        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertThat(sink.flush(Duration.ZERO)).isTrue();
    }

    @Test
    void flushingEndsAtItsDeadline() throws InterruptedException {
        CompletableFuture<Receipt> receipt = send("a");
        producer.flushException = new KafkaException("It would take too long");

        assertThat(sink.flush(Duration.ofMillis(1))).isFalse();

        assertThat(receipt).isNotDone();
    }

    @Test
    void closingFailsWhatHasNotArrived() {
        CompletableFuture<Receipt> receipt = send("a");

        sink.close(Duration.ZERO);

        assertThatThrownBy(receipt::get).cause().isInstanceOf(TransientMessagingException.class);
        assertThat(send("b")).isCompletedExceptionally();
    }

    private CompletableFuture<Receipt> send(String text) {
        return sink.send(OutgoingMessage.of(CHANNEL, TEXT, "key", text, SendOptions.NONE.withId(text)))
                .toCompletableFuture();
    }

    private List<String> sent() {
        return producer.history().stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
