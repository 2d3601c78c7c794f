package io.tidings.codegen.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A channel that clients use.
 *
 * @param name its key in the document
 * @param constant its constant in the class of channels; or, if it has parameters, its method there
 * @param address the Kafka topic; with parameters, their names stand between braces
 * @param parameters null where the address is fixed
 * @param compacted whether the last message of each key is kept for ever, so that a tombstone means something
 */
public record ChannelPlan(
        ConstantName constant,
        String name,
        String address,
        KeyKind key,
        boolean compacted,
        Topic topic,
        @Nullable ParametersPlan parameters,
        Documentation documentation) {

    /**
     * What the document says of the topic.
     *
     * @param partitions 0 where it says nothing
     * @param replicas 0 where it says nothing
     */
    public record Topic(int partitions, int replicas, Map<String, String> configuration) {
        public Topic {
            configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
        }
    }
}
