package io.tidings.embedded;

import io.tidings.embedded.FaultProxy.Direction;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One direction of a proxy, for all its connections: how bytes flow now, and how many did. Thread-safe. */
final class ProxyLink {

    private static final long UNLIMITED = Long.MAX_VALUE;

    private final Direction direction;
    private final Runnable cutAll;

    /** Held for all that the pipes of this direction share; never while a socket is read or written. */
    final ReentrantLock lock = new ReentrantLock();

    /** The flow has changed, or something in a pipe has. */
    final Condition changed = lock.newCondition();

    private Flow flow = Flow.FREE;
    private long limit = UNLIMITED;
    private boolean cutting;
    private long passed;
    private long swallowed;

    ProxyLink(Direction direction, Runnable cutAll) {
        this.direction = direction;
        this.cutAll = cutAll;
    }

    Direction direction() {
        return direction;
    }

    /** To be called with the lock held. */
    Flow flow() {
        return flow;
    }

    void set(Flow next) {
        locked(() -> flow = next);
    }

    void cutAfter(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("Cannot cut after " + bytes + " bytes");
        }
        locked(() -> limit = bytes);
    }

    void heal() {
        locked(() -> {
            flow = Flow.FREE;
            limit = UNLIMITED;
        });
    }

    /** Whether nothing passes because all connections are just being cut. To be called with the lock held. */
    boolean cutting() {
        return cutting;
    }

    /** How many of so many bytes may pass now, on any connection. To be called with the lock held, and {@link #pass} after. */
    int reserve(int bytes) {
        int granted = (int) Math.min(Math.min(bytes, flow.most()), limit);
        if (limit != UNLIMITED) {
            limit -= granted;
        }
        return granted;
    }

    /** Counts what has passed; cuts all if that was the last. */
    void pass(int bytes) {
        boolean[] last = {false};
        locked(() -> {
            passed += bytes;
            last[0] = limit == 0 && !cutting;
            cutting |= last[0];
        });
        if (last[0]) {
            cutAll.run();
            locked(() -> {
                limit = UNLIMITED;
                cutting = false;
            });
        }
    }

    /** To be called with the lock held. */
    void swallow(int bytes) {
        swallowed += bytes;
    }

    long passed() {
        lock.lock();
        try {
            return passed;
        } finally {
            lock.unlock();
        }
    }

    long swallowed() {
        lock.lock();
        try {
            return swallowed;
        } finally {
            lock.unlock();
        }
    }

    void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
