package io.tidings.testing.faults;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;

/** How often each consumer's share of its group was rearranged, as Kafka's client counts it. */
public final class Rebalances implements MetricsReporter {
    private static final Map<String, KafkaMetric> TOTALS = new ConcurrentHashMap<>();

    /** The count of all consumers whose client id begins so; 0 before the first. */
    static int of(String clientId) {
        return TOTALS.entrySet().stream()
                .filter(total -> total.getKey().startsWith(clientId + "-"))
                .mapToInt(total -> ((Number) total.getValue().metricValue()).intValue())
                .sum();
    }

    @Override
    public void init(List<KafkaMetric> metrics) {
        metrics.forEach(this::metricChange);
    }

    @Override
    public void metricChange(KafkaMetric metric) {
        if (metric.metricName().name().equals("rebalance-total")) {
            TOTALS.put(metric.metricName().tags().getOrDefault("client-id", ""), metric);
        }
    }

    @Override
    public void metricRemoval(KafkaMetric metric) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configs) {}
}
