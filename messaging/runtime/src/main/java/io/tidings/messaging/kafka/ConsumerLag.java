package io.tidings.messaging.kafka;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * How much there is that a consumer has not fetched yet: from its own metrics, which any thread may read, and which it keeps
 * from what each fetch tells.
 */
final class ConsumerLag {

    private final Supplier<Consumer<?, ?>> consumer;

    ConsumerLag(Supplier<Consumer<?, ?>> consumer) {
        this.consumer = consumer;
    }

    /** Records in all partitions that have been fetched from; -1 as long as there is none. */
    long records() {
        long sum = -1;
        for (Map.Entry<MetricName, ? extends Metric> metric :
                consumer.get().metrics().entrySet()) {
            MetricName name = metric.getKey();
            if (name.name().equals("records-lag") && name.tags().containsKey("partition")) {
                Object value = metric.getValue().metricValue();
                if (value instanceof Number lag && !Double.isNaN(lag.doubleValue())) {
                    sum = Math.max(sum, 0) + lag.longValue();
                }
            }
        }
        return sum;
    }
}
