package io.tidings.messaging.kafka;

import io.tidings.messaging.StartPosition;
import io.tidings.messaging.TransientMessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.jspecify.annotations.Nullable;

/** Moves groups that are not running. */
final class GroupPositions {

    /** What Kafka answers where no message is as young. */
    private static final long NONE = -1;

    private final Admin admin;
    private final Topics topics;
    private final Duration deadline;

    GroupPositions(Admin admin, Topics topics, Duration deadline) {
        this.admin = admin;
        this.topics = topics;
        this.deadline = deadline;
    }

    /** As {@link KafkaTransport#seek}. */
    void seek(String group, String topic, StartPosition position) {
        List<TopicPartition> partitions = topics.describe(topic).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        requireNoMembers(group);
        String doing = "Moving group '" + group + "' in '" + topic + "'";
        Map<TopicPartition, OffsetAndMetadata> places = places(partitions, position, doing, topic).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, place -> new OffsetAndMetadata(place.getValue())));
        try {
            await(admin.alterConsumerGroupOffsets(group, places).all(), doing, topic);
        } catch (TransientMessagingException e) {
            if (e.getCause() instanceof GroupNotEmptyException || e.getCause() instanceof UnknownMemberIdException) {
                throw running(group, "a member has just come", e);
            }
            throw e;
        }
    }

    private void requireNoMembers(String group) {
        String doing = "Asking for group '" + group + "'";
        try {
            ConsumerGroupDescription description = await(
                            admin.describeConsumerGroups(List.of(group)).all(), doing, group)
                    .get(group);
            if (description != null && !description.members().isEmpty()) {
                String members = description.members().stream()
                        .map(member -> member.clientId() + " at " + member.host())
                        .sorted()
                        .collect(Collectors.joining(", "));
                throw running(group, members, null);
            }
        } catch (TransientMessagingException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
    }

    private static IllegalStateException running(String group, String members, @Nullable Throwable cause) {
        return new IllegalStateException(
                "Group '" + group + "' is running (" + members + "): a member would go on where it is, and commit that."
                        + " Close all subscriptions of the group first, and wait until they have left it.",
                cause);
    }

    private Map<TopicPartition, Long> places(
            List<TopicPartition> partitions, StartPosition position, String doing, String topic) {
        if (position instanceof StartPosition.At at) {
            Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest(), doing, topic);
            Map<TopicPartition, Long> found =
                    offsets(partitions, OffsetSpec.forTimestamp(at.time().toEpochMilli()), doing, topic);
            return ends.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, end -> {
                long place = found.getOrDefault(end.getKey(), NONE);
                return place == NONE ? end.getValue() : place;
            }));
        }
        if (position instanceof StartPosition.Committed) {
            throw new IllegalArgumentException("A group is where it has committed: say where to move it");
        }
        boolean beginning = position instanceof StartPosition.Beginning;
        return offsets(partitions, beginning ? OffsetSpec.earliest() : OffsetSpec.latest(), doing, topic);
    }

    private Map<TopicPartition, Long> offsets(
            List<TopicPartition> partitions, OffsetSpec spec, String doing, String topic) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
        Map<TopicPartition, ListOffsetsResultInfo> answer =
                await(admin.listOffsets(asked).all(), doing, topic);
        return answer.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().offset()));
    }

    private <T> T await(KafkaFuture<T> answer, String doing, String topic) {
        Future<T> future = answer.toCompletionStage().toCompletableFuture();
        return KafkaFailures.await(future, deadline, doing, topic);
    }
}
