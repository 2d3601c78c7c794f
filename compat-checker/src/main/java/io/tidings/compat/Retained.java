package io.tidings.compat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.ChannelExtension.Retention;
import io.tidings.asyncapi.model.KafkaChannelBinding;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * On which channels of a document old messages may still be read.
 *
 * @param now at which time
 */
record Retained(AsyncApiDocument document, Instant now) {

    /** What Kafka keeps where a topic does not say it (retention.ms). */
    private static final Duration USUAL = Duration.ofDays(7);

    private static final Duration FOR_EVER = Duration.ofDays(365_000);

    /**
     * The keys of the channels that may still hold messages of a version.
     *
     * @param replaced when the next version replaced it; null where nobody knows: then only what is kept for ever
     */
    Set<String> since(@Nullable Instant replaced) {
        return document.channels().values().stream()
                .filter(channel -> holds(keeps(channel), replaced))
                .map(Channel::name)
                .collect(Collectors.toSet());
    }

    private boolean holds(Duration kept, @Nullable Instant replaced) {
        return kept.equals(FOR_EVER) || (replaced != null && replaced.isAfter(now.minus(kept)));
    }

    private Duration keeps(Channel channel) {
        Retention declared = channel.extension().retention();
        KafkaChannelBinding kafka = channel.kafka();
        if (declared == Retention.TRANSIENT || (declared == null && kafka == null && elsewhere())) {
            return Duration.ZERO;
        }
        if (declared == Retention.COMPACTED || (declared == null && kafka != null && kafka.compacted())) {
            return FOR_EVER;
        }
        String written = kafka == null ? null : kafka.topicConfiguration().get("retention.ms");
        return written == null ? USUAL : milliseconds(written);
    }

    /** Whether the document speaks of brokers that keep nothing. */
    private boolean elsewhere() {
        return !document.servers().isEmpty()
                && document.servers().values().stream()
                        .noneMatch(server -> server.protocol().startsWith("kafka"));
    }

    private static Duration milliseconds(String written) {
        try {
            long time = Long.parseLong(written.strip());
            return time < 0 ? FOR_EVER : Duration.ofMillis(Math.min(time, FOR_EVER.toMillis()));
        } catch (NumberFormatException e) {
            return USUAL; // the document's validation speaks of it
        }
    }
}
