package io.tidings.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The configuration of one node that is broker and controller, small and fast to start. */
final class KafkaSettings {
    static final int NODE = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private KafkaSettings() {}

    /**
     * A node's settings.
     *
     * @param proxiedPort where a proxy connects
     * @param proxyPort where the clients connect that came through the proxy: each listener advertises an address of its own
     */
    static Properties of(
            int port, int proxiedPort, int proxyPort, int controllerPort, Path data, Map<String, String> overrides) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE),
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + controllerPort,
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "listeners",
                "BROKER://127.0.0.1:" + port + ",PROXIED://127.0.0.1:" + proxiedPort + "," + CONTROLLER_LISTENER
                        + "://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "BROKER://127.0.0.1:" + port + ",PROXIED://127.0.0.1:" + proxyPort,
                "inter.broker.listener.name",
                "BROKER",
                "listener.security.protocol.map",
                "BROKER:PLAINTEXT,PROXIED:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
                "log.dirs",
                data.toString()));
        settings.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1"));
        settings.putAll(Map.of(
                "group.initial.rebalance.delay.ms", "0",
                // A typo must not become a topic.
                "auto.create.topics.enable", "false",
                // 128 MB by default, allocated at start.
                "log.cleaner.dedupe.buffer.size", "4194304",
                "log.cleaner.io.buffer.size", "65536",
                "log.index.size.max.bytes", "1048576",
                "num.network.threads", "2",
                "num.io.threads", "4"));
        // Members of a group are given their share at once, not with the next heartbeat five seconds later.
        settings.putAll(Map.of(
                "group.consumer.assignment.interval.ms", "0",
                "group.consumer.min.heartbeat.interval.ms", "500",
                "group.consumer.heartbeat.interval.ms", "500",
                // A test that kills a member need not wait three quarters of a minute until the group notices.
                "group.consumer.min.session.timeout.ms", "500",
                "group.min.session.timeout.ms", "500"));
        // The same for share groups; and locks may be so short that a test can outlast them.
        settings.putAll(Map.of(
                "group.share.assignment.interval.ms", "0",
                "group.share.min.heartbeat.interval.ms", "500",
                "group.share.heartbeat.interval.ms", "500",
                "group.share.min.record.lock.duration.ms", "1000"));
        settings.putAll(overrides);
        return settings;
    }
}
