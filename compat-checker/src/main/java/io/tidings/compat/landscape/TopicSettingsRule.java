package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.ChannelExtension.Retention;
import io.tidings.asyncapi.model.KafkaChannelBinding;
import io.tidings.asyncapi.model.Message;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Whether services agree on what kind of topic they share. Who says nothing agrees. */
final class TopicSettingsRule implements ChannelRule {

    private static final String PARTITIONS = "the number of partitions";
    private static final String CLEANUP = "cleanup.policy";
    private static final String RETENTION = "x-tidings.retention";

    private record Said(Declaration by, String value) {}

    @Override
    public void check(SharedChannel channel, Consumer<LandscapeFinding> found) {
        Map<String, Said> first = new LinkedHashMap<>();
        // Whoever sends is most likely the owner: others are compared with what it says.
        List<Declaration> ownersFirst = channel.declarations().stream()
                .sorted(Comparator.comparing(declared -> !sends(channel, declared)))
                .toList();
        for (Declaration declared : ownersFirst) {
            settings(declared).forEach((setting, value) -> {
                Said said = first.putIfAbsent(setting, new Said(declared, value));
                boolean other = said != null && !said.value().equals(value);
                if (other && !said.by().service().is(declared.service())) {
                    found.accept(finding(channel, setting, said, new Said(declared, value)));
                }
            });
        }
    }

    private static boolean sends(SharedChannel channel, Declaration declared) {
        return channel.senders().stream()
                .anyMatch(use -> use.direct() && use.service().is(declared.service()));
    }

    private static Map<String, String> settings(Declaration declared) {
        Map<String, String> settings = new LinkedHashMap<>();
        KafkaChannelBinding topic = declared.channel().kafka();
        if (topic != null) {
            Integer partitions = topic.partitions();
            Integer replicas = topic.replicas();
            if (partitions != null) {
                settings.put(PARTITIONS, partitions.toString());
            }
            if (replicas != null) {
                settings.put("the number of replicas", replicas.toString());
            }
            topic.topicConfiguration().forEach((name, value) -> settings.put(name, normal(name, value)));
        }
        Retention retention = declared.channel().extension().retention();
        if (retention != null) {
            settings.put(RETENTION, retention.name().toLowerCase(Locale.ROOT));
        }
        return settings;
    }

    private static String normal(String name, String value) {
        return name.equals(CLEANUP)
                ? String.join(
                        ",", new TreeSet<>(Arrays.asList(value.replace(" ", "").split(","))))
                : value.strip();
    }

    private static LandscapeFinding finding(SharedChannel channel, String setting, Said one, Said other) {
        boolean keyed = channel.declarations().stream()
                .flatMap(declared -> declared.channel().messages().values().stream())
                .map(Message::kafkaKey)
                .anyMatch(Objects::nonNull);
        SystemRule rule = switch (setting) {
            case PARTITIONS -> SystemRule.SYSTEM_PARTITIONS;
            case CLEANUP -> SystemRule.SYSTEM_CLEANUP_POLICY;
            case RETENTION -> SystemRule.SYSTEM_RETENTION;
            default -> SystemRule.SYSTEM_TOPIC_SETTING;
        };
        boolean harmless = rule == SystemRule.SYSTEM_PARTITIONS && !keyed;
        String field = rule == SystemRule.SYSTEM_RETENTION ? "x-tidings" : "bindings";
        return LandscapeFinding.of(
                        rule,
                        harmless ? Severity.WARNING : rule.severity(),
                        setting + " of " + channel.address() + " is " + other.value() + " to "
                                + other.by().service().name() + ", and " + one.value() + " to "
                                + one.by().service().name())
                .on(channel.address())
                .about(null, setting)
                .at(
                        other.by().service(),
                        other.by().channel().locationOf(field),
                        other.by().service().name())
                .at(
                        one.by().service(),
                        one.by().channel().locationOf(field),
                        one.by().service().name());
    }
}
