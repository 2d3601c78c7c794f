package io.tidings.replication.http;

import io.tidings.replication.ReplicaView;
import java.util.Collection;
import java.util.Optional;

/** What an endpoint shows: a replication, or what a test makes of one. */
interface Served {

    Collection<? extends ReplicaView<?, ?>> views();

    boolean ready();

    Optional<Throwable> failure();
}
