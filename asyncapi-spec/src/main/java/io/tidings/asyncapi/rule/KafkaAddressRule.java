package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.source.Node;

/** A WARNING where an address is used as the name of a topic and cannot be one. An error only where a binding says it is. */
final class KafkaAddressRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "kafka-address", Severity.WARNING, "the address of a channel that is on Kafka only is a legal topic");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Channel channel : subject.document().channels().values()) {
            boolean named = subject.kafka(channel.node())
                    .flatMap(binding -> binding.get("topic"))
                    .isPresent();
            Node address = channel.node().get("address").orElse(null);
            if (!named && address != null && address.text().isPresent() && subject.overKafka(channel)) {
                // A parameter can stand for any legal text.
                String text = address.text().get();
                String problem = KafkaTopics.problem(text.replaceAll("\\{[^{}]*}", "x"), text);
                if (!problem.isEmpty()) {
                    findings.add(
                            address,
                            problem,
                            KafkaTopics.HINT + ", or name the topic in 'bindings: {kafka: {topic: ...}}'");
                }
            }
        }
    }
}
