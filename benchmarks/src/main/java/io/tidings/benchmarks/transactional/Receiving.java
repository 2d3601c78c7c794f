package io.tidings.benchmarks.transactional;

import com.example.shop.Order;
import io.tidings.benchmarks.Results;
import io.tidings.benchmarks.Turn;
import io.tidings.benchmarks.api.HandleSubscriber;
import io.tidings.benchmarks.api.PlacePublisher;
import io.tidings.benchmarks.messaging.BareMessages;
import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver;
import io.tidings.messaging.kafka.KafkaTransport;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * How quickly messages that are in the topic reach a table, decoded, each once, with what was handled written down on both sides.
 * Beside it a bare loop that remembers nothing: after a crash it would apply some twice.
 */
final class Receiving {

    private static final String BATCHES = "once, in batches";
    private static final String SINGLE = "once, one by one";
    private static final String BARE = "bare, batches";

    private final Site site;
    private final int messages;
    private final BareMessages<Order> bare = new BareMessages<>("placed");

    Receiving(Site site, int messages) {
        this.site = site;
        this.messages = messages;
    }

    List<String> measure(int rounds) throws Exception {
        site.execute(ReadModel.DDL);
        publish();
        Results results = new Results("receive and upsert", BARE);
        List<String> order = new ArrayList<>(List.of(BARE, SINGLE, BATCHES));
        for (int round = rounds > 1 ? -1 : 0; round < rounds; round++) {
            Collections.reverse(order);
            for (String name : order) {
                site.execute("TRUNCATE purchase_view, tidings_inbox", "CHECKPOINT");
                // One that is so much slower has fewer to handle, or would take all the time.
                int count = name.equals(SINGLE) ? Math.max(1, messages / 20) : messages;
                Turn turn = switch (name) {
                    case BATCHES -> inBatches(count);
                    case SINGLE -> oneByOne(count);
                    default -> bare(count);
                };
                require("purchase_view", Math.min(count, Site.KEYS), name);
                require("tidings_inbox", name.equals(BARE) ? 0 : count, name);
                if (round >= 0) {
                    results.add(name, turn);
                }
            }
        }
        site.broker().empty(Site.TOPIC);
        return results.lines(List.of(BARE, BATCHES, SINGLE));
    }

    private void publish() {
        PlacePublisher publisher = new PlacePublisher(site.transport().sink());
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            receipts.add(publisher.publish(site.key(i), site.orders().order(i)).toCompletableFuture());
        }
        receipts.forEach(CompletableFuture::join);
    }

    private void require(String table, long least, String name) throws SQLException {
        long there = site.count(table);
        if (there < least) {
            throw new IllegalStateException(name + " has left " + there + " rows in " + table + ", not " + least);
        }
    }

    private Turn inBatches(int count) throws Exception {
        Progress progress = new Progress(count);
        BatchHandler<String> once = receiver()
                .inBatches(transaction -> (BatchHandler<String>) batch -> ReadModel.upsert(
                        transaction, batch.stream().map(Receiving::entry).toList()));
        BatchHandler<String> counted = batch -> {
            once.handleAll(batch);
            progress.done(batch.size());
        };
        return subscribed(counted, progress);
    }

    private Turn oneByOne(int count) throws Exception {
        Progress progress = new Progress(count);
        MessageHandler<String> once =
                receiver().inTransaction(transaction -> message -> ReadModel.upsert(transaction, entry(message)));
        return subscribed(
                message -> {
                    once.handle(message);
                    progress.done(1);
                },
                progress);
    }

    private JdbcIdempotentReceiver receiver() {
        return new JdbcIdempotentReceiver(site.database(), "bench");
    }

    private Turn subscribed(MessageHandler<String> handler, Progress progress) throws Exception {
        try (KafkaTransport transport = KafkaTransport.connect(Site.settings(site.broker()))) {
            HandleSubscriber.subscribe(transport, "bench-" + UUID.randomUUID(), handler);
            return progress.await();
        }
    }

    private static ReadModel.Entry entry(Received<String, ?> message) {
        return new ReadModel.Entry(
                Objects.requireNonNull(message.key()), (Order) Objects.requireNonNull(message.payload()));
    }

    private Turn bare(int count) throws Exception {
        Progress progress = new Progress(count);
        try (KafkaConsumer<byte[], byte[]> consumer = site.consumer();
                Connection connection = site.database().getConnection()) {
            connection.setAutoCommit(false);
            consumer.seekToBeginning(Site.partitions());
            int done = 0;
            while (done < count) {
                List<ReadModel.Entry> batch = new ArrayList<>();
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(500))) {
                    batch.add(
                            new ReadModel.Entry(new String(message.key(), StandardCharsets.UTF_8), bare.read(message)));
                }
                if (!batch.isEmpty()) {
                    ReadModel.upsert(connection, batch);
                    connection.commit();
                    done += batch.size();
                    progress.done(batch.size());
                }
            }
            connection.setAutoCommit(true);
            return progress.await();
        }
    }
}
