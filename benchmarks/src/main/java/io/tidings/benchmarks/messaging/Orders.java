package io.tidings.benchmarks.messaging;

import com.example.shop.Order;
import io.tidings.benchmarks.MediumOrder;
import java.util.List;
import java.util.stream.IntStream;

/** A thousand orders and their keys, over and over: more than the processor's nearest caches hold. */
public final class Orders {

    private static final int COUNT = 1_000;

    private final List<Order> orders =
            IntStream.range(0, COUNT).mapToObj(MediumOrder::make).toList();
    private final List<String> keys =
            orders.stream().map(order -> order.getId().toString()).toList();

    public Order order(int number) {
        return orders.get(number % COUNT);
    }

    public String key(int number) {
        return keys.get(number % COUNT);
    }
}
