package io.tidings.messaging.kafka;

import io.tidings.messaging.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a group has given its members, as the broker sees it. A member that has nothing cannot tell by itself whether there is
 * nothing left for it, or nothing yet.
 */
final class GroupShares {

    private static final Logger LOG = LoggerFactory.getLogger(GroupShares.class);

    private final Admin admin;
    private final Topics topics;
    private final Duration deadline;

    GroupShares(Admin admin, Topics topics, Duration deadline) {
        this.admin = admin;
        this.topics = topics;
        this.deadline = deadline;
    }

    /**
     * Whether every partition of a topic has a member, and none of them is the one that asks: what the broker has given it may
     * still be on the way. True, too, for those who may not ask.
     */
    Predicate<String> belongToOthers(String group, String topic) {
        return self -> belongToOthers(group, topic, self);
    }

    private boolean belongToOthers(String group, String topic, String self) {
        try {
            Future<Map<String, ConsumerGroupDescription>> answer = admin.describeConsumerGroups(List.of(group))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture();
            ConsumerGroupDescription description = KafkaFailures.await(
                            answer, deadline, "Asking for group '" + group + "'", group)
                    .get(group);
            return description != null
                    && partitions(description, topic, member -> member.equals(self))
                            .isEmpty()
                    && partitions(description, topic, member -> true).size() >= topics.require(topic);
        } catch (MessagingException e) {
            LOG.debug("Cannot tell what group '{}' has given its members", group, e);
            return e.getCause() instanceof AuthorizationException;
        }
    }

    private static Set<Integer> partitions(ConsumerGroupDescription group, String topic, Predicate<String> members) {
        return group.members().stream()
                .filter(member -> members.test(member.consumerId()))
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .filter(partition -> partition.topic().equals(topic))
                .map(TopicPartition::partition)
                .collect(Collectors.toSet());
    }
}
