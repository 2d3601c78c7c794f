package io.tidings.benchmarks.replication;

import com.example.shop.Order;
import io.tidings.benchmarks.Broker;
import io.tidings.benchmarks.Confluent;
import io.tidings.benchmarks.Results;
import io.tidings.benchmarks.Turn;
import io.tidings.replication.ReplicaDefinition;
import io.tidings.replication.ReplicaView;
import io.tidings.replication.StoreKind;
import io.tidings.replication.VersionSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** How quickly a copy is built that was never there: medium messages, each key many times. Whoever misses one does not compete. */
final class Loading {

    static final String TABLE = "KStream.toTable";
    private static final String TOPIC = "entities";

    private final Broker broker;
    private final Path directory;
    private final int messages;
    private final Map<String, Copy.Start> contenders = new LinkedHashMap<>();

    Loading(Broker broker, Path directory, int messages) {
        this.broker = broker;
        this.directory = directory;
        this.messages = messages;
        ReplicaDefinition<String, Order> view =
                ReplicaDefinition.of("Orders", Entities.channel(TOPIC), Entities.ORDER, VersionSource.header());
        if (Confluent.present()) {
            contenders.put(TABLE, id -> TableCopy.start(broker, TOPIC, id, directory.resolve(id)));
        }
        add("partitioned", view);
        add("partitioned, memory", view.store(StoreKind.MEMORY));
        add("full copy", view.fullCopy());
        add("full copy, memory", view.fullCopy().store(StoreKind.MEMORY));
    }

    private void add(String name, ReplicaDefinition<String, Order> definition) {
        contenders.put(name, id -> checked(ReplicaCopy.start(broker, definition, id, directory.resolve(id))));
    }

    List<String> measure(int rounds) throws Exception {
        new Entities(broker).publishOrders(TOPIC, messages);
        Results results = new Results("first load", TABLE);
        List<String> order = new ArrayList<>(contenders.keySet());
        for (int round = rounds > 1 ? -1 : 0; round < rounds; round++) {
            Collections.reverse(order);
            for (String name : order) {
                Turn turn = turn(Objects.requireNonNull(contenders.get(name)));
                if (round >= 0) {
                    results.add(name, turn);
                }
            }
        }
        broker.delete(List.of(TOPIC));
        return results.lines(contenders.keySet());
    }

    private Turn turn(Copy.Start contender) throws Exception {
        Turn.Watch watch = Turn.start();
        try (Copy copy = contender.start("load-" + UUID.randomUUID())) {
            copy.awaitAll();
            return watch.stop(messages);
        }
    }

    private Copy checked(ReplicaCopy<Order> copy) {
        return new Copy() {
            @Override
            public void awaitAll() throws Exception {
                copy.awaitAll();
                check(copy.view());
            }

            @Override
            public void close() {
                copy.close();
            }
        };
    }

    private void check(ReplicaView<String, Order> view) {
        int keys = Math.min(messages, Entities.KEYS);
        long newest = 1L + (messages - 1) / Entities.KEYS;
        String last = Entities.key((messages - 1) % Entities.KEYS);
        boolean there = view.row(last).filter(row -> row.version() == newest).isPresent();
        if (view.size() != keys || !there) {
            throw new IllegalStateException("The view has " + view.size() + " rows instead of " + keys);
        }
    }
}
