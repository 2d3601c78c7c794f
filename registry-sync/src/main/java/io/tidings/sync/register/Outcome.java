package io.tidings.sync.register;

import io.tidings.sync.plan.PlannedSchema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a planned schema.
 *
 * @param id the registry's, where the schema is registered
 * @param version of its subject, where the schema is registered
 */
public record Outcome(
        PlannedSchema planned,
        State state,
        @Nullable Integer id,
        @Nullable Integer version) {

    /** What became of it. */
    public enum State {
        /** The subject had it before. */
        THERE("already there"),
        REGISTERED("registered"),
        /** Nothing stands against it, and nothing was written. */
        WOULD_REGISTER("would register"),
        /** The registry does not take it. */
        REFUSED("refused"),
        /** It was not tried: something else is wrong. */
        HELD_BACK("not registered");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** As reports say it. */
        public String label() {
            return label;
        }
    }

    Outcome(PlannedSchema planned, State state) {
        this(planned, state, null, null);
    }
}
