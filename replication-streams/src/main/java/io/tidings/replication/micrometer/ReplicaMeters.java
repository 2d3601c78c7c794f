package io.tidings.replication.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.tidings.replication.ReplicaView;
import io.tidings.replication.Replication;
import io.tidings.replication.figures.Figure;
import io.tidings.replication.figures.ViewFigures;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Measures views into a registry of Micrometer's: {@code new ReplicaMeters(replication).bindTo(registry)}. {@code
 * docs/replica-queries.md} lists the meters. They are read when the registry asks, and removed by {@link #close}, so that a
 * replication that was closed is not measured further.
 */
public final class ReplicaMeters implements MeterBinder, AutoCloseable {

    private final Collection<? extends ReplicaView<?, ?>> views;
    private final List<Registered> registered = new ArrayList<>();

    private record Registered(MeterRegistry registry, Meter meter) {}

    public ReplicaMeters(Replication replication) {
        this(replication.views());
    }

    ReplicaMeters(Collection<? extends ReplicaView<?, ?>> views) {
        this.views = views;
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        for (ReplicaView<?, ?> view : views) {
            ViewFigures figures = new ViewFigures(view, InstantSource.system());
            for (Figure figure : Figure.values()) {
                registered.add(new Registered(registry, register(registry, figures, figure)));
            }
        }
    }

    private static Meter register(MeterRegistry registry, ViewFigures figures, Figure figure) {
        if (figure.kind() == Figure.Kind.COUNTER) {
            return FunctionCounter.builder(figure.meter(), figures, view -> view.value(figure))
                    .description(figure.description())
                    .tag("view", figures.view())
                    .register(registry);
        }
        Gauge.Builder<?> gauge = Gauge.builder(figure.meter(), () -> figures.value(figure))
                .description(figure.description())
                .tag("view", figures.view())
                .strongReference(true);
        return figure.unit().isEmpty()
                ? gauge.register(registry)
                : gauge.baseUnit(figure.unit()).register(registry);
    }

    @Override
    public synchronized void close() {
        registered.forEach(meter -> meter.registry().remove(meter.meter()));
        registered.clear();
    }
}
