package io.tidings.replication.remote;

import io.tidings.replication.ReplicaView;
import io.tidings.replication.internal.driver.BareView;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What this instance answers to others. An endpoint listens and calls this. Safe for use by several threads. */
public final class PeerAnswers {

    private final List<BareView<?, ?>> views;
    private final PeerOptions options;

    /**
     * Answers for some views.
     *
     * @param options their limits, which are the same on all instances
     */
    public PeerAnswers(Collection<? extends ReplicaView<?, ?>> views, PeerOptions options) {
        List<BareView<?, ?>> bare = new ArrayList<>();
        views.forEach(view -> bare.add((BareView<?, ?>) view));
        this.views = bare;
        this.options = options;
    }

    /**
     * Answers a query.
     *
     * @param generation the name of a view's generation
     * @param query as {@link Peers} wrote it
     * @param timeout how long it may take
     * @throws PeerException if that is refused
     */
    public byte[] answer(String generation, byte[] query, Duration timeout) throws PeerException {
        BareView<?, ?> view = current(generation);
        PeerQuery read;
        try {
            read = PeerWire.readQuery(query);
        } catch (IOException e) {
            throw new PeerException(PeerProblem.UNREADABLE, String.valueOf(e.getMessage()), e);
        }
        return PeerWire.write(new LocalRows(view, options).answer(read, timeout));
    }

    /** Looked up each time, since a view's generation changes when it was built anew. */
    private BareView<?, ?> current(String generation) throws PeerException {
        for (BareView<?, ?> view : views) {
            if (view.wireName().equals(generation)) {
                return view;
            }
        }
        throw new PeerException(PeerProblem.UNKNOWN_VIEW, "There is no '" + generation + "' here", null);
    }
}
