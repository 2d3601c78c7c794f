package io.tidings.cli;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.config.InvalidConfigurationException;
import io.tidings.messaging.jdbc.relay.OutboxReport;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import io.tidings.messaging.kafka.KafkaRelayTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tidings relay}. */
@Command(
        name = "relay",
        description = "Sends what services write into their outbox, until it is ended; or once.",
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = {RelayStatusCommand.class, RelayRetryCommand.class},
        footer = {
            "",
            "Any number of these may run: one of each --name leads, or one for each shard, and another takes over.",
            "SIGTERM ends it when the batch at hand is sent.",
            "Exit status with --once: 0 all is sent, 1 something is left that cannot be sent now, 2 usage or I/O error."
        })
final class RelayCommand extends Console implements Callable<Integer> {

    /** Nobody wakes it: in a process of its own it does not hear of commits. */
    private static final Duration POLL = Duration.ofMillis(20);

    private static final Duration CLOSING = Duration.ofSeconds(30);
    /** With --once, what keeps everything from being sent for so long is there to stay. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Mixin
    private RelayDatabase database = new RelayDatabase();

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT[,…]",
            description = "Kafka's brokers. Without it, as --command-config says.")
    private @Nullable String servers;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            converter = InputFile.class,
            description = "Properties as Kafka clients have them.")
    private @Nullable Path config;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What the relay is called, commonly like the service. Unique on the brokers: it becomes the"
                    + " transactional id tidings-relay-NAME.")
    private @Nullable String name;

    @Option(
            names = "--shards",
            paramLabel = "N",
            defaultValue = "1",
            description = "Into how many parts the work is parted, by the keys. The same for all of one name.")
    private int shards = 1;

    @Option(
            names = "--keep-sent",
            paramLabel = "DURATION",
            converter = SpanConverter.class,
            description = "Keep messages for so long after they were sent, as 36h or 7d. Without it they are deleted.")
    private @Nullable Duration keepSent;

    @Option(names = "--once", description = "Send what is there, and end.")
    private boolean once;

    @Override
    public Integer call() throws InterruptedException {
        RelayOptions options = options();
        DataSource source = database.source();
        OutboxReport unused = RelayDatabase.report(source);
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> end(stop, done), "tidings-relay-end");
        Runtime.getRuntime().addShutdownHook(hook);
        try (KafkaRelayTarget target = target();
                PollingRelay relay = PollingRelay.start(source, target::open, options)) {
            RelayLines lines = new RelayLines(this::print, options.name());
            int status = once ? once(source, relay, lines, stop) : run(relay, lines, stop);
            lines.end(relay);
            boolean closed = relay.close(CLOSING);
            if (once) {
                lines.ended(relay);
            }
            print("Relay " + options.name() + (closed ? " has ended.\n" : " ends while a batch is under way.\n"));
            return status;
        } finally {
            done.countDown();
            forget(hook);
        }
    }

    private RelayOptions options() {
        if (name == null) {
            throw database.wrong("the relay has no name: write --name NAME, unique on the brokers");
        }
        try {
            RelayOptions options =
                    RelayOptions.named(name).withPollInterval(POLL).withShards(shards);
            return keepSent == null ? options : options.keepingSent(keepSent);
        } catch (IllegalArgumentException e) {
            throw database.wrong(String.valueOf(e.getMessage()));
        }
    }

    private KafkaRelayTarget target() {
        try {
            return KafkaRelayTarget.connect(KafkaProperties.of(config, servers, "--bootstrap-server", command()));
        } catch (InvalidConfigurationException e) {
            throw database.wrong(String.valueOf(e.getMessage()));
        } catch (MessagingException e) {
            throw new UnusableInput(String.valueOf(e.getMessage()), e);
        }
    }

    private static int run(PollingRelay relay, RelayLines lines, CountDownLatch stop) throws InterruptedException {
        do {
            lines.look(relay);
        } while (!stop.await(1, TimeUnit.SECONDS));
        return Status.HOLDS;
    }

    private int once(DataSource source, PollingRelay relay, RelayLines lines, CountDownLatch stop)
            throws InterruptedException {
        RelayPatience patience = new RelayPatience(PATIENCE, System::nanoTime);
        do {
            lines.look(relay);
            OutboxReport report = RelayDatabase.report(source);
            if (!report.sendable()) {
                return Status.of(report.barred() == 0);
            }
            if (patience.isOver(report)) {
                print("Relay " + name + " gives up: " + patience.reason(report) + ".\n");
                return Status.DOES_NOT_HOLD;
            }
        } while (!stop.await(20, TimeUnit.MILLISECONDS));
        return Status.DOES_NOT_HOLD;
    }

    /** The process ends when this returns. */
    private static void end(CountDownLatch stop, CountDownLatch done) {
        stop.countDown();
        try {
            if (!done.await(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running: that is why this command ends.
            return;
        }
    }
}
