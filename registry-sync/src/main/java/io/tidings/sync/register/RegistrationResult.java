package io.tidings.sync.register;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.sync.plan.Remark;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What registering came to.
 *
 * @param outcomes one for each planned schema, in the plan's order
 * @param remarks what there is to say of the documents, in {@link Diagnostic#ORDER}
 * @param failure why the registry stopped answering midway; null if it did not. What was registered until then stays, and
 *     registering again is safe
 */
public record RegistrationResult(
        List<Outcome> outcomes,
        List<Remark> remarks,
        @Nullable String failure) {

    public RegistrationResult {
        outcomes = List.copyOf(outcomes);
        remarks = remarks.stream()
                .distinct()
                .sorted(Comparator.comparing(Remark::diagnostic, Diagnostic.ORDER))
                .toList();
    }

    /** Whether every planned schema is, or would be, registered. */
    public boolean holds() {
        return failure == null
                && remarks.stream().noneMatch(remark -> remark.diagnostic().isError());
    }

    /** How many schemas are in a state. */
    public long count(Outcome.State state) {
        return outcomes.stream().filter(outcome -> outcome.state() == state).count();
    }
}
