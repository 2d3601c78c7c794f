package io.tidings.testing.faults;

import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.kafka.KafkaTransport;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Who orders: numbers of each customer ascend. They send without waiting for each other's acknowledgement, and remember what was
 * acknowledged. Used by one thread.
 */
final class Customers {
    /** They wait behind it. */
    private static final int ORDERS_AFTER_POISON = 5;

    private final KafkaTransport transport;
    private final String topic;
    private final Random random;
    private final int keys;
    private final boolean asking;
    private final Map<String, Integer> numbers = new HashMap<>();
    /** What others have in their place, of those who have left. */
    private final Map<Integer, Integer> successors = new HashMap<>();
    /** After how many orders somebody leaves. */
    private final Map<Integer, Integer> leaving = new HashMap<>();

    private final Queue<CompletableFuture<Receipt>> sent = new ConcurrentLinkedQueue<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> poison = new HashSet<>();
    private int failures;
    private int count;

    /**
     * Customers of a shop.
     *
     * @param asking whether some of their orders ask questions
     */
    Customers(KafkaTransport transport, String prefix, int keys, boolean asking, long seed) {
        this.transport = transport;
        this.topic = prefix + Shop.ORDERS;
        this.keys = keys;
        this.asking = asking;
        this.random = new Random(seed);
    }

    /**
     * Orders so many times.
     *
     * @param poisonEvery the how manieth order nobody can take; 0 for none
     * @param repeats how often each is sent, under the same id
     */
    void order(int orders, int poisonEvery, int repeats) {
        for (int i = 0; i < orders; i++) {
            count++;
            int place = random.nextInt(keys);
            String key = customer(place);
            int number = numbers.merge(key, 1, Integer::sum);
            String id = key + "-" + number;
            boolean bad = poisonEvery > 0 && count % poisonEvery == 0;
            if (bad) {
                poison.add(id);
                leaving.putIfAbsent(place, ORDERS_AFTER_POISON);
            }
            String kind = bad ? Shop.POISON : asking && random.nextInt(5) == 0 ? Shop.ASKS : "plain";
            for (int repeat = 0; repeat < repeats; repeat++) {
                sent.add(transport
                        .sink()
                        .send(OutgoingMessage.of(
                                Shop.channel(topic),
                                PlainCodec.TEXT,
                                key,
                                number + ":" + kind,
                                SendOptions.NONE.withId(id)))
                        .toCompletableFuture());
            }
        }
    }

    /** Nothing more takes effect on a key that is parked: some time after, somebody else comes in its place. */
    private String customer(int place) {
        Integer left = leaving.computeIfPresent(place, (key, orders) -> orders - 1);
        if (left != null && left < 0) {
            leaving.remove(place);
            successors.merge(place, 1, Integer::sum);
        }
        Integer successor = successors.get(place);
        return "customer-" + place + (successor == null ? "" : "." + successor);
    }

    /** Waits until it is known of all that were sent whether they arrived. */
    void settle() throws InterruptedException {
        for (CompletableFuture<Receipt> receipt = sent.poll(); receipt != null; receipt = sent.poll()) {
            try {
                acknowledged.add(receipt.get(3, TimeUnit.MINUTES).messageId());
            } catch (ExecutionException | TimeoutException e) {
                failures++;
            }
        }
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    /** Those that nobody can take. */
    Set<String> poison() {
        return poison;
    }

    /** How many sends failed: nobody knows what became of them. */
    int failures() {
        return failures;
    }
}
