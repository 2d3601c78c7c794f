package io.tidings.compat.registry;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.compat.baseline.Earlier.Objection;
import io.tidings.registry.Compatibility;
import io.tidings.registry.InvalidSchemaException;
import io.tidings.registry.SchemaDefinition;
import io.tidings.registry.SchemaNotFoundException;
import io.tidings.registry.SchemaRegistry;
import io.tidings.registry.SubjectPolicy;
import io.tidings.sync.plan.PlannedSchema;
import io.tidings.sync.plan.SchemaUse;
import io.tidings.sync.plan.SchemaUse.MessagePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a registry which schemas it would refuse. It judges by its own rules, whoever sends and whatever is retained. */
final class Objections {

    private final AsyncApiDocument head;
    private final SchemaRegistry registry;
    private final List<Objection> objections = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Objections(AsyncApiDocument head, SchemaRegistry registry) {
        this.head = head;
        this.registry = registry;
    }

    void ask(PlannedSchema planned) {
        if (registry.versions(planned.subject()).isEmpty()) {
            return; // the first version of a subject is compatible with all before it
        }
        Optional<SubjectPolicy> policy = registry.policy(planned.subject());
        SchemaDefinition candidate = SchemaDefinition.of(planned.schema());
        try {
            if (present(planned.subject(), candidate, policy)) {
                return;
            }
            Compatibility verdict = registry.compatibility(planned.subject(), candidate);
            if (!verdict.compatible()) {
                object(planned, policy, verdict);
            }
        } catch (InvalidSchemaException e) {
            notes.add("the registry cannot judge the " + planned.use().what() + ": " + e.getMessage());
        }
    }

    private boolean present(String subject, SchemaDefinition candidate, Optional<SubjectPolicy> policy) {
        if (registry.registered(subject, candidate).isPresent()) {
            return true;
        }
        if (policy.filter(SubjectPolicy::normalize).isEmpty()) {
            return false;
        }
        try {
            registry.find(subject, candidate, true);
            return true;
        } catch (SchemaNotFoundException e) {
            return false;
        }
    }

    private void object(PlannedSchema planned, Optional<SubjectPolicy> policy, Compatibility verdict) {
        String level = policy.map(known -> " under " + known.level()).orElse("");
        String why = verdict.reasons().isEmpty() ? "" : ": " + String.join("; ", verdict.reasons());
        for (SchemaUse use : planned.uses()) {
            MessagePart of = use.of();
            if (of != null) {
                String message = name(of);
                objections.add(new Objection(
                        of.channel(),
                        message,
                        use.location(),
                        "the registry would refuse the " + of.part().label() + " of message " + message
                                + " for the subject " + planned.subject() + level + why));
            }
        }
    }

    private String name(MessagePart of) {
        Channel channel = of.channel() == null ? null : head.channels().get(of.channel());
        Message message = channel == null ? null : channel.messages().get(of.message());
        return message == null ? of.message() : message.name();
    }

    List<Objection> list() {
        return objections;
    }

    List<String> notes() {
        return notes;
    }
}
