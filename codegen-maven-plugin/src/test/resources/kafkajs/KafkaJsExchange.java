import static org.assertj.core.api.Assertions.assertThat;

import gen.application.ForeignSamplesSubscriber;
import gen.application.SamplesPublisher;
import io.tidings.codegen.CodecUse;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.kafka.KafkaTransport;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.samples.Color;
import org.samples.Node;
import org.samples.Sample;
import org.samples.Sum;

/** Reads with a generated subscriber, and writes with a generated publisher, what exchange.mjs writes and reads. */
public final class KafkaJsExchange {

    private final Map<String, String> configuration;
    private final int count;

    public KafkaJsExchange(Map<String, String> configuration, int count) {
        this.configuration = configuration;
        this.count = count;
    }

    /** The partition of each key as JavaScript had it; the samples, and a tombstone for the first key at last. */
    public void reads(Map<String, Integer> partitions) throws Exception {
        LinkedBlockingQueue<Received<String, ?>> arrived = new LinkedBlockingQueue<>();
        Map<String, List<Received<String, ?>>> byKey = new HashMap<>();
        long before = CodecUse.read();
        try (KafkaTransport transport = KafkaTransport.connect(configuration);
                Subscription running = ForeignSamplesSubscriber.subscribe(transport, arrived::add)) {
            for (int i = 0; i <= count; i++) {
                Received<String, ?> message = arrived.poll(60, TimeUnit.SECONDS);
                assertThat(message).as("message %d of %d", i, count + 1).isNotNull();
                byKey.computeIfAbsent(message.key(), key -> new ArrayList<>()).add(message);
            }
        }
        for (int i = 0; i < count; i++) {
            Received<String, ?> message = byKey.get(key(i)).get(0);
            assertThat(message.payload()).isEqualTo(sample(i));
            assertThat(message.metadata().id()).isEqualTo("js-" + i);
            assertThat(message.metadata().type()).isEqualTo("Sample");
            assertThat(message.metadata().source()).isEqualTo("urn:javascript");
            assertThat(message.metadata().correlationId()).isEqualTo("c-" + i);
            assertThat(message.metadata().time()).isEqualTo("2026-01-02T03:04:05Z");
            assertThat(message.origin().partition()).isEqualTo(partitions.get(key(i)));
        }
        assertThat(byKey.get(key(0)).get(1).payload()).isNull();
        assertThat(CodecUse.read() - before).isGreaterThanOrEqualTo(count);
    }

    /** Where each key went. */
    public Map<String, Integer> writes() throws Exception {
        Map<String, Integer> partitions = new HashMap<>();
        try (KafkaTransport transport = KafkaTransport.connect(configuration)) {
            SamplesPublisher publisher = new SamplesPublisher(transport.sink());
            for (int i = 0; i < count; i++) {
                SendOptions options = SendOptions.NONE.withId("java-" + i).withCorrelationId("c-" + i);
                Receipt receipt = publisher.publish(key(i), sample(i), options)
                        .toCompletableFuture()
                        .get(60, TimeUnit.SECONDS);
                partitions.put(key(i), receipt.position().partition());
            }
            publisher.publishTombstone(key(0), SendOptions.NONE.withId("java-gone"))
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
        }
        return partitions;
    }

    private static String key(int i) {
        return i == 3 ? "gr\u00F6\u00DFe \uD834\uDD1E" : "key " + i * 31;
    }

    private static Sample sample(int i) {
        return Sample.newBuilder()
                .setNothing(null)
                .setYes(i % 2 == 1)
                .setSmall(i * 1_000_003 - 5)
                .setLarge(Long.MIN_VALUE + i)
                .setSingle(i / 4f)
                .setTwice(i / 10.0)
                .setText("gr\u00F6\u00DFe \uD834\uDD1E " + i)
                .setRaw(ByteBuffer.wrap(new byte[] {(byte) i, -1, 0}))
                .setSum(new Sum(new byte[] {1, 2, 3, (byte) i}))
                .setColor(Color.values()[i % 3])
                .setNode(new Node("outer", new Node("inner " + i, null)))
                .setCounts(IntStream.range(0, i % 5).map(n -> n * 1000).boxed().toList())
                .setWords(i % 2 == 0 ? Map.of() : Map.of("word " + i, (long) i << 40))
                .setMaybe(i % 2 == 0 ? null : "maybe " + i)
                .setAny(i % 3 == 0 ? i : i % 3 == 1 ? "any " + i : new Node("any", null))
                .setPrice(BigDecimal.valueOf(i * 1999 - 10_000, 2))
                .setDay(LocalDate.of(2024, 1, 1).plusDays(i))
                .setTime(LocalTime.ofNanoOfDay(i * 61_001_000_000L))
                .setAt(Instant.ofEpochMilli(1_700_000_000_000L + i))
                .setPrecisely(Instant.ofEpochSecond(1_700_000_000, i * 1000L))
                .setLocal(LocalDateTime.ofInstant(Instant.ofEpochMilli(1_600_000_000_000L + i), ZoneOffset.UTC))
                .setId(new UUID(0, i))
                .build();
    }
}
