package io.tidings.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MissingTopicException;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransactionalSink.FencedException;
import io.tidings.messaging.TransientMessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a batch when the broker does not play along. */
class KafkaTransactionalSinkTest {

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    private @Nullable String missing;

    private final KafkaTransactionalSink sink =
            new KafkaTransactionalSink("relay", producer, this::check, Duration.ofSeconds(1));

    @Test
    void sendsABatchInOneTransaction() {
        sink.send(batch("a", "b"));

        assertThat(producer.commitCount()).isEqualTo(1);
        assertThat(sent()).containsExactly("a", "b");
    }

    @Test
    void sendsNothingOfABatchWithAMessageThatIsTooLarge() {
        List<EncodedMessage> batch =
                List.of(message("a"), new EncodedMessage("huge", "orders", null, new byte[2000], List.of()));

        assertThatThrownBy(() -> sink.send(batch))
                .isInstanceOf(PoisonMessageException.class)
                .hasMessageContaining("huge")
                .hasMessageContaining("max.request.size");
        assertThat(producer.transactionInFlight()).isFalse();
        assertThat(sent()).isEmpty();
    }

    @Test
    void sendsNothingToATopicThatIsMissing() {
        missing = "orders";

        assertThatThrownBy(() -> sink.send(batch("a"))).isInstanceOf(MissingTopicException.class);
        assertThat(sent()).isEmpty();
    }

    @Test
    void abortsWhatFailsAndSendsItWhenAskedAgain() {
        producer.commitTransactionException = new KafkaException("no");

        assertThatThrownBy(() -> sink.send(batch("a"))).isInstanceOf(TransientMessagingException.class);
        producer.commitTransactionException = null;
        sink.send(batch("a"));

        assertThat(sent()).containsExactly("a");
    }

    @Test
    void repeatsACommitThatGotNoAnswerBeforeItSendsAnythingElse() {
        producer.commitTransactionException = new TimeoutException("no answer");
        assertThatThrownBy(() -> sink.send(batch("a"))).isInstanceOf(TransientMessagingException.class);

        producer.commitTransactionException = null;
        sink.send(batch("a"));
        assertThat(sent()).as("not twice").containsExactly("a");

        sink.send(batch("b"));
        assertThat(sent()).containsExactly("a", "b");
    }

    @Test
    void repeatsAnAbortThatGotNoAnswer() {
        producer.commitTransactionException = new KafkaException("no");
        producer.abortTransactionException = new TimeoutException("no answer");
        assertThatThrownBy(() -> sink.send(batch("a"))).isInstanceOf(TransientMessagingException.class);

        producer.commitTransactionException = null;
        producer.abortTransactionException = null;
        sink.send(batch("b"));

        assertThat(sent()).containsExactly("b");
    }

    @Test
    void isFencedForGood() {
        producer.fenceProducer();

        assertThatThrownBy(() -> sink.send(batch("a"))).isInstanceOf(FencedException.class);
        assertThatThrownBy(() -> sink.send(batch("a"))).isInstanceOf(RuntimeException.class);
        assertThat(sent()).isEmpty();
    }

    @Test
    void isBeyondUseWhenItCannotEvenAbort() {
        producer.commitTransactionException = new KafkaException("no");
        producer.abortTransactionException = new KafkaException("fatal");
        assertThatThrownBy(() -> sink.send(batch("a")))
                .isInstanceOf(TransientMessagingException.class)
                .hasMessageContaining("open another");
        producer.commitTransactionException = null;
        producer.abortTransactionException = null;

        assertThatThrownBy(() -> sink.send(batch("a"))).isInstanceOf(TransientMessagingException.class);
        assertThat(sent()).isEmpty();
    }

    private void check(EncodedMessage message) {
        new SizeLimit(1000).check(message);
        if (message.address().equals(missing)) {
            throw new MissingTopicException(message.address());
        }
    }

    /** What is committed. */
    private List<String> sent() {
        return producer.history().stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<EncodedMessage> batch(String... ids) {
        return Arrays.stream(ids).map(KafkaTransactionalSinkTest::message).toList();
    }

    private static EncodedMessage message(String id) {
        return new EncodedMessage(id, "orders", null, id.getBytes(StandardCharsets.UTF_8), List.of());
    }
}
