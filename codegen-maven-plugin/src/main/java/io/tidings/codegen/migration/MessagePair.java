package io.tidings.codegen.migration;

import io.tidings.codegen.plan.MessagePlan;
import org.jspecify.annotations.Nullable;

/**
 * A message that both versions have.
 *
 * @param up what turns the older one into the newer one; null where a person writes that
 * @param down what turns the newer one into the older one; null where a person writes that
 */
public record MessagePair(
        MessagePlan older,
        MessagePlan newer,
        @Nullable CasterPlan up,
        @Nullable CasterPlan down) {}
