package io.tidings.replication;

import io.tidings.embedded.KafkaBroker;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Topics for tests. */
public final class Topics {

    private Topics() {}

    /**
     * Creates a topic, and waits until its leaders serve it. A producer that is faster has its first batch refused and the
     * next one taken, and then repeats the first for two minutes, since its sequence number is out of order by then.
     */
    public static void create(String name, int partitions) {
        KafkaBroker broker = KafkaBroker.shared();
        broker.createTopic(name, partitions);
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(name, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            Await.until("the leaders of " + name + " answer", () -> answered(admin, ends));
        }
    }

    private static boolean answered(Admin admin, Map<TopicPartition, OffsetSpec> ends) {
        try {
            admin.listOffsets(ends).all().get();
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
