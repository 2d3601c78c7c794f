package io.tidings.replication.internal.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.replication.core.Tally;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** When a view has come to the end offsets: poll log, progress and inputs together. */
class CaughtUpTest {

    private static final TopicPartition INPUT = new TopicPartition("events", 0);

    private final PollLog polls = new PollLog();
    private final ViewProgress view = new ViewProgress(Set.of("events"), polls, () -> {});

    @Test
    void aViewWithoutPartitionsHasNothingToWaitFor() {
        assertThat(inputs(0, 10).passedBy(view)).isTrue();
    }

    @Test
    void aPartitionThatNobodyHasAskedAboutIsNotCaughtUpEvenIfEmpty() {
        view.opened(0, new Tally());

        assertThat(inputs(0, 0).passedBy(view)).isFalse();
        view.committed(INPUT, 0);
        assertThat(inputs(0, 0).passedBy(view)).isTrue();
    }

    @Test
    void theLastRecordMustBeProcessed() {
        view.opened(0, new Tally());
        view.committed(INPUT, 0);
        poll(3, 0, 1, 2);

        view.processed(INPUT, 1, 0);
        assertThat(inputs(0, 3).passedBy(view)).isFalse();
        view.processed(INPUT, 2, 0);
        assertThat(inputs(0, 3).passedBy(view)).isTrue();
    }

    @Test
    void transactionMarkersBehindTheLastRecordArePassed() {
        view.opened(0, new Tally());
        view.committed(INPUT, 0);
        poll(4, 0, 2);

        view.processed(INPUT, 0, 0);
        assertThat(inputs(0, 4).passedBy(view)).isFalse();
        view.processed(INPUT, 2, 0);
        assertThat(inputs(0, 4).passedBy(view)).isTrue();
    }

    @Test
    void aTopicOfNothingButAbortedTransactionsIsPassed() {
        view.opened(0, new Tally());
        view.committed(INPUT, 0);
        assertThat(inputs(0, 5).passedBy(view)).isFalse();

        poll(5);

        assertThat(inputs(0, 5).passedBy(view)).isTrue();
        assertThat(view.positions()).containsExactly(Map.entry(INPUT, 5L));
    }

    @Test
    void markersAreNotPassedWhileRecordsPolledBeforeThemWait() {
        view.opened(0, new Tally());
        view.committed(INPUT, 0);
        poll(1, 0);
        poll(2);

        assertThat(inputs(0, 2).passedBy(view)).isFalse();
        view.processed(INPUT, 0, 0);
        assertThat(inputs(0, 2).passedBy(view)).isTrue();
    }

    @Test
    void aRestartThatFindsNothingNewIsCaughtUpByItsCommittedOffset() {
        view.opened(0, new Tally());
        view.committed(INPUT, 7);

        assertThat(inputs(0, 7).passedBy(view)).isTrue();
        assertThat(inputs(0, 8).passedBy(view)).isFalse();
    }

    @Test
    void aTaskThatBeginsAnewForgetsHowFarItsPredecessorCame() {
        view.opened(0, new Tally());
        view.committed(INPUT, 0);
        poll(3, 0, 1, 2);
        view.processed(INPUT, 2, 0);

        view.closed(0);
        view.opened(0, new Tally());
        view.committed(INPUT, 1);

        assertThat(view.positions()).containsExactly(Map.entry(INPUT, 1L));
        assertThat(inputs(0, 3).passedBy(view)).isFalse();
    }

    private void poll(long next, int... offsets) {
        List<ConsumerRecord<byte[], byte[]>> records = java.util.Arrays.stream(offsets)
                .mapToObj(offset -> new ConsumerRecord<>(INPUT.topic(), 0, offset, new byte[0], new byte[0]))
                .toList();
        polls.observe(new ConsumerRecords<>(
                records.isEmpty() ? Map.of() : Map.of(INPUT, records), Map.of(INPUT, new OffsetAndMetadata(next))));
    }

    private static Inputs inputs(long beginning, long end) {
        return new Inputs(Map.of(INPUT, beginning), Map.of(INPUT, end));
    }
}
