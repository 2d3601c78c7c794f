package io.tidings.codegen.migration;

import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.OperationPlan.Publisher;
import io.tidings.codegen.plan.OperationPlan.SendMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A publisher that writes two versions together.
 *
 * @param olderKey whether the older version's keys are others, and have to be given
 * @param olderTombstone whether the older version's entities end with tombstones, too
 * @param versions what the two are called
 */
public record MigratingPublisher(
        JavaName type,
        Publisher older,
        Publisher newer,
        List<Method> methods,
        boolean olderKey,
        boolean olderTombstone,
        Versions versions) {

    public MigratingPublisher {
        methods = List.copyOf(methods);
    }

    /**
     * Sends one kind of message.
     *
     * @param newer the method of the newer version's own publisher
     * @param pair null where the older version has no such message
     * @param olderHeaders whether the older version's headers do not follow from the newer one's, and have to be given
     */
    public record Method(SendMethod newer, @Nullable MessagePair pair, boolean olderHeaders) {}
}
