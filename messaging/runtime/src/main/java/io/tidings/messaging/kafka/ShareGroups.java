package io.tidings.messaging.kafka;

import io.tidings.messaging.StartPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ShareGroupDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the broker keeps a share group. What a consumer group's members bring along, where to begin and whether to see what is
 * not committed, a share group's broker must be told (KIP-932); by itself it begins at the end, and shows what may yet be
 * rolled back.
 */
final class ShareGroups {

    private static final Logger LOG = LoggerFactory.getLogger(ShareGroups.class);

    private static final String AUTO_OFFSET_RESET = "share.auto.offset.reset";
    private static final String ISOLATION_LEVEL = "share.isolation.level";
    private static final String DELIVERY_COUNT_LIMIT = "share.delivery.count.limit";

    /** Kafka's own. */
    private static final int DELIVERIES_BY_DEFAULT = 5;

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final Admin admin;
    private final Duration deadline;

    ShareGroups(Admin admin, Duration deadline) {
        this.admin = admin;
        this.deadline = deadline;
    }

    /**
     * Tells the broker what it must know of a group, unless somebody has told it otherwise.
     *
     * @param reset what {@code auto.offset.reset} says, for a group that begins where the configuration says
     * @param isolation what {@code isolation.level} says
     * @return how often it delivers a record at most
     */
    int prepare(String group, StartPosition start, String reset, String isolation) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
        try {
            Config config = Objects.requireNonNullElse(
                    await(admin.describeConfigs(List.of(resource)).all(), "Asking for", group)
                            .get(resource),
                    new Config(List.of()));
            Map<String, String> wanted = new LinkedHashMap<>();
            wanted.put(AUTO_OFFSET_RESET, reset(start, reset));
            wanted.put(ISOLATION_LEVEL, isolation);
            List<AlterConfigOp> changes = new ArrayList<>();
            wanted.forEach((key, value) -> {
                if (!decided(config, key)) {
                    changes.add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET));
                }
            });
            if (!changes.isEmpty()) {
                await(admin.incrementalAlterConfigs(Map.of(resource, changes)).all(), "Setting", group);
            }
            return value(config, DELIVERY_COUNT_LIMIT).map(Integer::parseInt).orElse(DELIVERIES_BY_DEFAULT);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Share group '{}' is as the broker has it. Have somebody who may set {}={} and {}={} for it: {}",
                    group,
                    AUTO_OFFSET_RESET,
                    reset(start, reset),
                    ISOLATION_LEVEL,
                    isolation,
                    e.toString());
            return DELIVERIES_BY_DEFAULT;
        }
    }

    private static boolean decided(Config config, String key) {
        ConfigEntry entry = config.get(key);
        return entry != null && entry.source() == ConfigEntry.ConfigSource.DYNAMIC_GROUP_CONFIG;
    }

    private static Optional<String> value(Config config, String key) {
        return Optional.ofNullable(config.get(key)).map(ConfigEntry::value);
    }

    private static String reset(StartPosition start, String configured) {
        if (start instanceof StartPosition.Beginning) {
            return "earliest";
        }
        if (start instanceof StartPosition.End) {
            return "latest";
        }
        if (start instanceof StartPosition.At at) {
            Duration ago = Duration.between(at.time(), Instant.now());
            return ago.isNegative() ? "latest" : "by_duration:" + ago;
        }
        // A share group knows no "none".
        return configured.equals("none") ? "earliest" : configured;
    }

    private <T> T await(KafkaFuture<T> answer, String doing, String group) {
        Future<T> future = answer.toCompletionStage().toCompletableFuture();
        return KafkaFailures.await(future, deadline, doing + " the configuration of group '" + group + "'", group);
    }

    /** A member, as the broker sees it. */
    Membership membership(String group, String clientId) {
        return new Membership(group, clientId);
    }

    /** A member, as the broker sees it: the client itself does not say what it was given. */
    final class Membership {
        private final String group;
        private final String clientId;

        private Membership(String group, String clientId) {
            this.group = group;
            this.clientId = clientId;
        }

        /** Waits until the member has been given its share; false at the deadline, in {@link System#nanoTime}. */
        boolean await(long end) throws InterruptedException {
            while (!assigned()) {
                if (System.nanoTime() - end >= 0) {
                    return false;
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                LockSupport.parkNanos(PAUSE);
            }
            return true;
        }

        private boolean assigned() {
            try {
                ShareGroupDescription description = ShareGroups.this
                        .await(admin.describeShareGroups(List.of(group)).all(), "Asking for", group)
                        .get(group);
                return description != null
                        && description.members().stream()
                                .anyMatch(member -> member.clientId().equals(clientId)
                                        && !member.assignment()
                                                .topicPartitions()
                                                .isEmpty());
            } catch (RuntimeException e) {
                LOG.debug("Group '{}' is not there yet", group, e);
                return false;
            }
        }
    }
}
