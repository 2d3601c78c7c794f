package io.tidings.sync.register;

import io.tidings.registry.Compatibility;
import io.tidings.registry.IncompatibleSchemaException;
import io.tidings.registry.InvalidSchemaException;
import io.tidings.registry.RegistryException;
import io.tidings.registry.SchemaDefinition;
import io.tidings.registry.SchemaRegistry;
import io.tidings.sync.plan.PlannedSchema;
import io.tidings.sync.plan.RegisterCode;
import io.tidings.sync.plan.RegistrationPlan;
import io.tidings.sync.plan.Remark;
import io.tidings.sync.plan.SchemaUse;
import io.tidings.sync.register.Outcome.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registers what a plan says, or nothing: first the registry is asked about every schema, and where it refuses one, none is
 * written. Between the questions and the writing others may change the registry, and the registry may go away: then the
 * result says how far it came, and doing it again does the rest.
 *
 * <p>A schema that refers to subjects which are not there yet cannot be asked about as it is. The same schema with those
 * types written out is asked about in its place: to a registry that compares, the two are one.
 */
public final class Registration {
    private final Subjects subjects;
    private final SchemaRegistry registry;
    private final boolean normalize;

    /**
     * Prepares a registration; nothing is sent yet.
     *
     * @param normalize whether the registry shall bring texts into its normal form
     */
    public Registration(SchemaRegistry registry, boolean normalize) {
        this.registry = registry;
        this.normalize = normalize;
        this.subjects = new Subjects(registry, normalize);
    }

    /**
     * Asks about everything and writes nothing.
     *
     * @throws RegistryException if the registry cannot be asked
     */
    public RegistrationResult dryRun(RegistrationPlan plan) {
        Asked asked = ask(plan);
        return asked.result(State.WOULD_REGISTER);
    }

    /**
     * Asks about everything, then writes in the plan's order.
     *
     * @throws RegistryException if the registry cannot be asked; nothing has been written then
     */
    public RegistrationResult run(RegistrationPlan plan) {
        Asked asked = ask(plan);
        return asked.refused() ? asked.result(State.HELD_BACK) : write(asked);
    }

    /** What the registry says before anything is written. */
    private record Asked(List<Outcome> outcomes, List<Remark> remarks) {

        boolean refused() {
            return remarks.stream().anyMatch(remark -> remark.diagnostic().isError());
        }

        /** Where one schema is refused, the others would not be registered either. */
        RegistrationResult result(State pending) {
            State state = refused() ? State.HELD_BACK : pending;
            List<Outcome> settled = outcomes.stream()
                    .map(outcome ->
                            outcome.state() == State.WOULD_REGISTER ? new Outcome(outcome.planned(), state) : outcome)
                    .toList();
            return new RegistrationResult(settled, remarks, null);
        }
    }

    private Asked ask(RegistrationPlan plan) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>(plan.remarks());
        boolean sound = plan.sound();
        for (PlannedSchema planned : plan.schemas()) {
            outcomes.add(sound ? ask(planned, remarks) : new Outcome(planned, State.HELD_BACK));
        }
        return new Asked(outcomes, remarks);
    }

    private Outcome ask(PlannedSchema planned, List<Remark> remarks) {
        Optional<Subjects.Found> found = subjects.definition(planned).flatMap(known -> subjects.find(planned, known));
        if (found.isPresent()) {
            return new Outcome(
                    planned, State.THERE, found.get().id(), found.get().version());
        }
        try {
            Compatibility compatibility =
                    registry.compatibility(planned.subject(), SchemaDefinition.of(planned.schema()));
            if (compatibility.compatible()) {
                return new Outcome(planned, State.WOULD_REGISTER);
            }
            remarks.add(incompatible(planned, compatibility.reasons()));
        } catch (InvalidSchemaException e) {
            if (subjects.refers(planned)) {
                remarks.add(unchecked(planned, e));
                return new Outcome(planned, State.WOULD_REGISTER);
            }
            remarks.add(refused(planned, e));
        }
        return new Outcome(planned, State.REFUSED);
    }

    private RegistrationResult write(Asked asked) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>(asked.remarks());
        String failure = null;
        for (Outcome known : asked.outcomes()) {
            if (known.state() == State.THERE) {
                outcomes.add(known);
                continue;
            }
            PlannedSchema planned = known.planned();
            if (failure != null || outcomes.stream().anyMatch(outcome -> outcome.state() == State.REFUSED)) {
                outcomes.add(new Outcome(planned, State.HELD_BACK));
                continue;
            }
            try {
                outcomes.add(register(planned));
            } catch (IncompatibleSchemaException e) {
                remarks.add(incompatible(planned, e.reasons()));
                outcomes.add(new Outcome(planned, State.REFUSED));
            } catch (InvalidSchemaException e) {
                remarks.add(refused(planned, e));
                outcomes.add(new Outcome(planned, State.REFUSED));
            } catch (RegistryException e) {
                failure = e.getMessage();
                // It may have been written, and only the answer lost.
                outcomes.add(new Outcome(planned, State.HELD_BACK));
            }
        }
        return new RegistrationResult(outcomes, remarks, failure);
    }

    private Outcome register(PlannedSchema planned) {
        SchemaDefinition definition = subjects.definition(planned)
                .orElseThrow(() -> new IllegalStateException("the plan refers ahead: " + planned.subject()));
        int id = registry.register(planned.subject(), definition, normalize).id();
        @Nullable Integer version =
                subjects.find(planned, definition).map(Subjects.Found::version).orElse(null);
        return new Outcome(planned, State.REGISTERED, id, version);
    }

    private Remark incompatible(PlannedSchema planned, List<String> told) {
        List<String> reasons = told.isEmpty() ? guessed(planned) : told;
        return remark(
                planned,
                RegisterCode.REGISTER_INCOMPATIBLE,
                "the " + planned.use().what() + " is not compatible with what the subject '" + planned.subject()
                        + "' holds" + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons)),
                "keep what the subject's compatibility level asks for: under BACKWARD, new fields need a default");
    }

    /** Best effort: the refusal stands, whatever is known of it. */
    private List<String> guessed(PlannedSchema planned) {
        try {
            return registry.latest(planned.subject())
                    .map(newest -> Reasons.between(planned.schema(), newest))
                    .orElse(List.of());
        } catch (RegistryException e) {
            return List.of();
        }
    }

    private static Remark unchecked(PlannedSchema planned, RegistryException refusal) {
        return remark(
                planned,
                RegisterCode.REGISTER_UNCHECKED,
                "the registry cannot compare the " + planned.use().what() + " with the subject '" + planned.subject()
                        + "' in advance: " + refusal.getMessage(),
                "it is judged when it is registered, behind what it refers to");
    }

    private static Remark refused(PlannedSchema planned, RegistryException refusal) {
        return remark(
                planned,
                RegisterCode.REGISTER_REFUSED,
                "the registry does not take the " + planned.use().what() + " for the subject '" + planned.subject()
                        + "': " + refusal.getMessage(),
                null);
    }

    private static Remark remark(PlannedSchema planned, RegisterCode code, String message, @Nullable String hint) {
        SchemaUse use = planned.use();
        return new Remark(use.document(), code.at(use.location(), use.pointer(), message, hint));
    }
}
