package io.tidings.replication.internal.generations;

import io.tidings.replication.internal.driver.Placements;
import io.tidings.replication.internal.driver.Rows;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;

/** Where another driver's partitions are, with the rows that it only follows shown otherwise. */
record ForwardedPlacements(Placements placements, UnaryOperator<Rows> shown) implements Placements {

    @Override
    public boolean spread() {
        return placements.spread();
    }

    @Override
    public Optional<String> self() {
        return placements.self();
    }

    @Override
    public SortedSet<Integer> partitions() {
        return placements.partitions();
    }

    @Override
    public SortedSet<Integer> held() {
        return placements.held();
    }

    @Override
    public int partition(byte[] key) {
        return placements.partition(key);
    }

    @Override
    public Optional<String> owner(int partition) {
        return placements.owner(partition);
    }

    @Override
    public List<String> standbys(int partition) {
        return placements.standbys(partition);
    }

    @Override
    public Rows followed(SortedSet<Integer> partitions) {
        return shown.apply(placements.followed(partitions));
    }
}
