package io.tidings.codegen.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A channel that clients use.
 *
 * @param name its key in the document
 * @param constant its constant in the class of channels; or, if its address is not fixed, its method there
 * @param address the Kafka topic; with parameters, their names stand between braces; empty where it is known at run time only, and
 *     requests say where their replies are expected
 * @param parameters null where the address has none
 * @param compacted whether the last message of each key is kept for ever, so that a tombstone means something
 */
public record ChannelPlan(
        ConstantName constant,
        String name,
        String address,
        KeyPlan key,
        boolean compacted,
        Topic topic,
        @Nullable ParametersPlan parameters,
        Documentation documentation) {

    /** Whether its address is known at run time only: its constant is a method then. */
    public boolean open() {
        return address.isEmpty();
    }

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
