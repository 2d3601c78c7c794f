package io.tidings.replication.internal.driver;

import io.tidings.messaging.TransientMessagingException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Nothing needs to be looked for. */
final class EverythingHere implements Placements {

    @Override
    public boolean spread() {
        return false;
    }

    @Override
    public Optional<String> self() {
        return Optional.empty();
    }

    @Override
    public SortedSet<Integer> partitions() {
        return Collections.unmodifiableSortedSet(new TreeSet<>());
    }

    @Override
    public SortedSet<Integer> held() {
        return partitions();
    }

    @Override
    public int partition(byte[] key) {
        return 0;
    }

    @Override
    public Optional<String> owner(int partition) {
        return Optional.empty();
    }

    @Override
    public List<String> standbys(int partition) {
        return List.of();
    }

    @Override
    public Rows followed(SortedSet<Integer> partitions) {
        throw new TransientMessagingException("Nothing is followed here: all is held", null);
    }
}
