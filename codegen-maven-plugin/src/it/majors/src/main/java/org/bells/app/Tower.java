package org.bells.app;

import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.majors.Majors;
import java.util.concurrent.CompletionStage;
import org.bells.Ring;
import org.bells.v2.migration.RingMigratingPublisher;

/** Rings for those who know version 1, for those who know version 2, or for both. */
public final class Tower {

    private final RingMigratingPublisher publisher;

    /** @param written one of {@code older}, {@code both} and {@code newer} */
    public Tower(AtomicSink sink, String written) {
        this.publisher = new RingMigratingPublisher(sink, Majors.of(written), OldTower.DOWN);
    }

    public CompletionStage<Receipt> ring(long strokes) {
        return publisher.publish(new Ring(strokes, "St. Mary"));
    }
}
