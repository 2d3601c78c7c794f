package io.tidings.messaging.kafka;

import io.tidings.messaging.backlog.Progress;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** Progress as Kafka commits it. */
final class Commits {

    private Commits() {}

    static OffsetAndMetadata of(Progress progress) {
        Optional<Integer> epoch = progress.leaderEpoch() < 0 ? Optional.empty() : Optional.of(progress.leaderEpoch());
        return new OffsetAndMetadata(progress.position(), epoch, progress.metadata());
    }

    static Progress progress(OffsetAndMetadata committed) {
        return new Progress(
                committed.offset(),
                committed.metadata(),
                committed.leaderEpoch().orElse(-1));
    }
}
