package io.tidings.replication.http;

import io.tidings.replication.ReplicaView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something to serve that a test can break. */
final class FakeServed implements Served {

    private final List<ReplicaView<?, ?>> views;
    private volatile @Nullable Throwable failure;
    private volatile boolean ready = true;

    FakeServed(ReplicaView<?, ?>... views) {
        this.views = List.of(views);
    }

    void fail(Throwable reason) {
        failure = reason;
    }

    void ready(boolean now) {
        ready = now;
    }

    @Override
    public List<ReplicaView<?, ?>> views() {
        return views;
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }
}
