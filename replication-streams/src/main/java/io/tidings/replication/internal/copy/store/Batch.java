package io.tidings.replication.internal.copy.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes that are made together, in this order. Used by one thread. */
public final class Batch {

    private final List<byte[]> keys = new ArrayList<>();
    private final List<byte @Nullable []> values = new ArrayList<>();

    /** What is told of each change. */
    @FunctionalInterface
    public interface Change {
        /** Null: the key goes. */
        void make(byte[] key, byte @Nullable [] value);
    }

    public void put(byte[] key, byte[] value) {
        keys.add(key);
        values.add(value);
    }

    public void remove(byte[] key) {
        keys.add(key);
        values.add(null);
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    public int size() {
        return keys.size();
    }

    public void forEach(Change change) {
        for (int i = 0; i < keys.size(); i++) {
            change.make(keys.get(i), values.get(i));
        }
    }
}
