package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.Finding;
import io.tidings.compat.baseline.BaseDocument;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom a new version of a service breaks, of those that it is known who they are.
 *
 * @param owner the service, in its new version
 * @param base its version before; null where none was given, and all that does not fit counts as new
 * @param consumers in the order given
 * @param changes what the gate says of the difference, and whom it touches; without a base none
 */
public record ImpactReport(Service owner, @Nullable Base base, List<ConsumerImpact> consumers, List<Touch> changes) {

    /** The version before. */
    public record Base(String source, String version) {}

    /** What a change means to a consumer. */
    public enum Effect {
        /** The consumer does not use what changed. */
        NONE,
        /** It uses what changed, and goes on working. */
        USES,
        /** It breaks because of it. */
        BREAKS
    }

    /**
     * A change, and what it means to whom.
     *
     * @param effects by the name of the consumer
     */
    public record Touch(Finding change, Map<String, Effect> effects) {
        public Touch {
            effects = java.util.Collections.unmodifiableMap(new TreeMap<>(effects));
        }
    }

    public ImpactReport {
        consumers = List.copyOf(consumers);
        changes = List.copyOf(changes);
    }

    /**
     * Compares a change of a document with those that use it.
     *
     * @param base the version that is deployed now; null where none is known
     * @param head the new version
     * @param consumers documents of services that talk to this one. One that has the head's {@code id}, or else its title, is a
     *     copy in somebody's hands who does its other side
     * @param counterparts versions of this document whose other side somebody does
     */
    public static ImpactReport of(
            @Nullable BaseDocument base,
            AsyncApiDocument head,
            List<AsyncApiDocument> consumers,
            List<BaseDocument> counterparts) {
        return new Impacts(base, head).on(Consumers.of(head, consumers, counterparts));
    }

    /** Those that do not go on working. */
    public List<ConsumerImpact> broken() {
        return consumers.stream()
                .filter(consumer -> consumer.outcome() == ConsumerImpact.Outcome.BREAKS)
                .toList();
    }
}
