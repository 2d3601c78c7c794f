package io.tidings.messaging.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Makes meters as {@link Measure} describes them. Tags are names and values in turn. */
record Registration(MeterRegistry registry) {

    Timer timer(Measure measure, String... tags) {
        return Timer.builder(measure.meter)
                .description(measure.description)
                .tags(tags)
                .register(registry);
    }

    Counter counter(Measure measure, String... tags) {
        return Counter.builder(measure.meter)
                .description(measure.description)
                .tags(tags)
                .register(registry);
    }

    /** Of something that counts by itself. The registry is what it is asked of, since it holds no other for long. */
    void count(Measure measure, LongSupplier value, String... tags) {
        FunctionCounter.builder(measure.meter, registry, unused -> value.getAsLong())
                .description(measure.description)
                .tags(tags)
                .register(registry);
    }

    DistributionSummary summary(Measure measure, String... tags) {
        return DistributionSummary.builder(measure.meter)
                .description(measure.description)
                .baseUnit(measure.kind.unit)
                .tags(tags)
                .register(registry);
    }

    /** The registry holds what is asked: a gauge of what was collected would be not a number. */
    void gauge(Measure measure, Supplier<Number> value, String... tags) {
        Gauge.builder(measure.meter, value)
                .description(measure.description)
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    /** Of nanoseconds. */
    void age(Measure measure, Supplier<Number> nanos, String... tags) {
        TimeGauge.builder(measure.meter, nanos, TimeUnit.NANOSECONDS)
                .description(measure.description)
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }
}
