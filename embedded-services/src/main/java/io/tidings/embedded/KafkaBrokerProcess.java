package io.tidings.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link KafkaBroker} in a JVM of its own, which can be killed in the middle of its work and started again on the same port and
 * data. For fault tests: what a broker in this JVM does is faster and enough for all else. Thread-safe.
 */
public final class KafkaBrokerProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaBrokerProcess.class);
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final String READY = "the broker is ready";

    /** One that comes back is let in when the session of the one that was killed is over, after 9 s by default. */
    private static final Map<String, String> SHORT_SESSION =
            Map.of("broker.session.timeout.ms", "3000", "broker.heartbeat.interval.ms", "500");

    private final KafkaBrokerOptions options;
    private final Path data;
    private final boolean temporary;
    private @Nullable ChildProcess process;
    private boolean closed;

    private KafkaBrokerProcess(KafkaBrokerOptions options, Path data, boolean temporary) {
        this.options = options;
        this.data = data;
        this.temporary = temporary;
    }

    /**
     * Starts a broker; returns when clients can work with it.
     *
     * @throws EmbeddedServiceException if it does not start in time; the message has the end of its log
     */
    public static KafkaBrokerProcess start(KafkaBrokerOptions options) {
        int port = options.port() == 0 ? FreePorts.next() : options.port();
        FreePorts.requireFree(port, "Kafka");
        Path chosen = options.dataDirectory();
        Path data = chosen == null ? TemporaryDirectory.create("kafka") : chosen.toAbsolutePath();
        KafkaBrokerProcess broker = new KafkaBrokerProcess(options.withPort(port), data, chosen == null);
        LastWill.add(broker);
        try {
            broker.startAgain();
        } catch (EmbeddedServiceException e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    /** {@code host:port}, for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + options.port();
    }

    /** The broker's current process, to freeze it in a fault test; another one after {@link #startAgain}. */
    public synchronized ChildProcess process() {
        if (process == null) {
            throw new IllegalStateException(this + " was not started");
        }
        return process;
    }

    /** SIGKILL, as if the machine had failed. Its data stays for {@link #startAgain}. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /**
     * Starts on the same port and data, after {@link #kill}; returns when clients can work with it.
     *
     * @throws IllegalStateException if it runs or is closed
     */
    public synchronized void startAgain() {
        if (closed || (process != null && process.isAlive())) {
            throw new IllegalStateException(this + (closed ? " is closed" : " is running"));
        }
        long began = System.nanoTime();
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(options.port()), data.toString()));
        Map<String, String> settings = new LinkedHashMap<>(SHORT_SESSION);
        settings.putAll(options.settings());
        settings.forEach((key, value) -> arguments.add(key + "=" + value));
        process = JvmProcess.of(Main.class)
                .args(arguments.toArray(String[]::new))
                .jvmFlags("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData")
                .process(builder -> {
                    builder.name("kafka-broker");
                    if (temporary) {
                        builder.deleteWithParent(data);
                    }
                })
                .start();
        process.awaitLine(READY, READY_WITHIN);
        LOG.info("{} started in {} ms", this, (System.nanoTime() - began) / 1_000_000);
    }

    /** Kills the broker, and deletes its data if the directory was temporary. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        LastWill.remove(this);
        if (process != null) {
            process.kill();
            process.close();
        }
        if (temporary) {
            TemporaryDirectory.delete(data);
        }
    }

    @Override
    public String toString() {
        return "Kafka broker process " + bootstrapServers();
    }

    /** The child's side: port, data directory, settings. */
    static final class Main {
        private Main() {}

        @SuppressWarnings("SystemOut") // the parent waits for this line
        public static void main(String[] args) throws InterruptedException {
            KafkaBrokerOptions options = KafkaBrokerOptions.defaults()
                    .withPort(Integer.parseInt(args[0]))
                    .withDataDirectory(Path.of(args[1]));
            for (int i = 2; i < args.length; i++) {
                String[] setting = args[i].split("=", 2);
                options = options.withSetting(setting[0], setting[1]);
            }
            try (KafkaBroker broker = KafkaBroker.start(options)) {
                System.out.println(broker + ": " + READY);
                new CountDownLatch(1).await();
            }
        }
    }
}
