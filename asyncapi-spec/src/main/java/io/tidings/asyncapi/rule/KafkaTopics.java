package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Server;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/** What Kafka says of topics, and where a document does. */
final class KafkaTopics {
    static final String HINT = "a topic has up to 249 letters, digits, dots, hyphens and underscores";

    private static final int LONGEST = 249;
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._-]*");

    private KafkaTopics() {}

    /** Why a broker would refuse to create a topic of that name; empty where it would not. */
    static String problem(String topic) {
        return problem(topic, topic);
    }

    /** The same of a topic that users know in another form. */
    static String problem(String topic, String shown) {
        if (topic.isEmpty() || topic.equals(".") || topic.equals("..")) {
            return "'" + shown + "' cannot be the name of a topic";
        }
        if (topic.length() > LONGEST) {
            return "the name of this topic has " + topic.length() + " characters";
        }
        if (LEGAL.matcher(topic).matches()) {
            return "";
        }
        int illegal = topic.codePoints()
                .filter(c -> !LEGAL.matcher(Character.toString(c)).matches())
                .findFirst()
                .orElse(0);
        return "the name of a topic has no '" + Character.toString(illegal) + "': '" + shown + "'";
    }

    /** Whether the two channels can meet on one cluster. */
    static boolean together(Subject subject, Channel one, Channel other) {
        List<Server> here = subject.serversOf(one);
        List<Server> there = subject.serversOf(other);
        return here.equals(there) || here.stream().anyMatch(there::contains);
    }

    /** Where a channel says what its topic is. */
    static Node place(Subject subject, Channel channel) {
        return subject.kafka(channel.node())
                .flatMap(binding -> binding.get("topic"))
                .or(() -> channel.node().get("address"))
                .orElse(channel.node());
    }

    /** Where a channel's Kafka binding says how its topic is set up, or else where it names it. */
    static Node place(Subject subject, Channel channel, String setting) {
        ObjectNode binding = subject.kafka(channel.node()).orElse(channel.node());
        return binding.get(setting)
                .or(() -> binding.object("topicConfiguration").flatMap(settings -> settings.get(setting)))
                .orElseGet(() -> place(subject, channel));
    }
}
