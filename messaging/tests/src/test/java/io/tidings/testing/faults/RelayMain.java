package io.tidings.testing.faults;

import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.kafka.KafkaTransport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

/** A relay in a JVM of its own, which dies or stands still where it is told to. TERM closes it in good order. */
final class RelayMain {
    static final String READY = "the relay has started";
    /** Part of what a relay logs when it has taken a lease. */
    static final String LEADS = " leads";

    static final String SHARDS = "faults.shards";
    static final String CLOSED = "the relay is closed";

    private RelayMain() {}

    /** Arguments: class of a {@link RelayKind}, name, JDBC URL, and a file with the transport's configuration. */
    @SuppressWarnings("SystemOut") // the parent waits for these lines
    public static void main(String[] args) throws Exception {
        Properties file = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(args[3]), StandardCharsets.UTF_8)) {
            file.load(reader);
        }
        Map<String, String> configuration = new HashMap<>();
        file.forEach((key, value) -> configuration.put(String.valueOf(key), String.valueOf(value)));
        RelayKind kind = Class.forName(args[0])
                .asSubclass(RelayKind.class)
                .getDeclaredConstructor()
                .newInstance();
        KafkaTransport transport = KafkaTransport.connect(configuration, new PlainCodec());
        Connections connections = new Connections(args[2]);
        RelayKind.Running relay = kind.start(
                connections.pool(),
                args[2],
                id -> new DyingSink(transport.transactionalSink(id)),
                options(args[1], Integer.getInteger(SHARDS, 1)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                relay.close();
                transport.close();
                System.out.println(CLOSED);
            } catch (RuntimeException e) {
                System.out.println("not closed in good order: " + e);
            }
        }));
        System.out.println(READY);
        new CountDownLatch(1).await();
    }

    /** Small batches, a short lease: more may happen between two of them. */
    static RelayOptions options(String name, int shards) {
        return RelayOptions.named(name)
                .withPollInterval(Duration.ofMillis(20))
                .withLease(Duration.ofSeconds(1))
                .withMaxBackoff(Duration.ofMillis(300))
                .withBatchSize(20)
                .withShards(shards);
    }
}
