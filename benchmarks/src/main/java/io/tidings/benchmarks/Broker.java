package io.tidings.benchmarks;

import io.tidings.embedded.ChildProcess;
import io.tidings.embedded.JvmProcess;
import io.tidings.embedded.KafkaBroker;
import io.tidings.embedded.KafkaBrokerOptions;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A broker in a process of its own, so that its work is not counted as the client's. */
public final class Broker implements AutoCloseable {

    private static final String READY = "Clients connect to ";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChildProcess process;
    private final String servers;
    private final Admin admin;

    private Broker(ChildProcess process, String servers) {
        this.process = process;
        this.servers = servers;
        this.admin = Admin.create(Map.of("bootstrap.servers", servers));
    }

    public static Broker start() {
        ChildProcess process = JvmProcess.of(Main.class)
                .jvmFlags("-Xms1g", "-Xmx1g", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
                .start();
        String line = process.awaitLine(READY, PATIENCE);
        return new Broker(process, line.substring(READY.length()));
    }

    public String servers() {
        return servers;
    }

    /** A topic whose segments are small enough to be deleted soon. */
    public void create(String topic, int partitions) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)
                        .configs(Map.of("segment.bytes", Integer.toString(64 << 20)))))
                .all()
                .get();
        awaitLeader(topic);
    }

    /** A producer that is faster than the leader has its first batch refused, and is stuck for two minutes. */
    private void awaitLeader(String topic) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                offsets(topic, OffsetSpec.latest());
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    /** How many messages a topic holds. */
    public long size(String topic) throws ExecutionException, InterruptedException {
        return sum(offsets(topic, OffsetSpec.latest())) - sum(offsets(topic, OffsetSpec.earliest()));
    }

    /** Deletes all messages. */
    public void empty(String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        offsets(topic, OffsetSpec.latest())
                .forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end.offset())));
        admin.deleteRecords(all).all().get();
    }

    public void delete(Collection<String> topics) throws ExecutionException, InterruptedException {
        admin.deleteTopics(topics).all().get();
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(String topic, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        TopicDescription description = Objects.requireNonNull(
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
        description
                .partitions()
                .forEach(partition -> asked.put(new TopicPartition(topic, partition.partition()), which));
        return admin.listOffsets(asked).all().get();
    }

    private static long sum(Map<TopicPartition, ListOffsetsResultInfo> offsets) {
        return offsets.values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    @Override
    public void close() {
        admin.close();
        process.close();
    }

    /** The broker's process. */
    static final class Main {

        private Main() {}

        public static void main(String[] unused) {
            Map<String, String> settings = new HashMap<>();
            // What a turn has written is deleted before the disk has to take it.
            settings.put("log.retention.check.interval.ms", "1000");
            settings.put("log.segment.delete.delay.ms", "0");
            KafkaBroker broker = KafkaBroker.start(new KafkaBrokerOptions(0, null, settings));
            System.out.println(READY + broker.bootstrapServers());
        }
    }
}
