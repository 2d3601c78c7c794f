package io.tidings.codegen.migration;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.codegen.plan.ClassNames;
import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.MessagePlan;
import io.tidings.compat.diff.Counterparts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * Plans what stands between two major versions of a document that are generated side by side. Deterministic; never throws on
 * what a user wrote.
 */
public final class MigrationPlanner {

    private final Major older;
    private final Major newer;
    private final String packageName;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private MigrationPlanner(Major older, Major newer) {
        this.older = older;
        this.newer = newer;
        this.packageName = newer.plan().packageName() + ".migration";
    }

    /**
     * Plans an upcaster and a downcaster for each message that both versions have, and what writes and reads both versions of an
     * operation.
     */
    public static MigrationPlan plan(Major older, Major newer) {
        return new MigrationPlanner(older, newer).plan();
    }

    private MigrationPlan plan() {
        if (newer.isSameAs(older)) {
            diagnostics.add(Diagnostic.warning(
                    "codegen-previous-same-major",
                    "Version " + newer.plan().version() + " and the previous one, "
                            + older.plan().version()
                            + ", have one major: they are compatible, or one of them is misnamed",
                    newer.document().info().locationOf("version"),
                    newer.document().info().pointer() + "/version",
                    "Leave out <previous>, or give this version the next major number."));
        }
        if (collisions()) {
            return new MigrationPlan(packageName, List.of(), List.of(), List.of(), diagnostics);
        }
        Counterparts counterparts = Counterparts.between(older.document(), newer.document());
        List<MessagePair> pairs = pairs(counterparts);
        OperationMigrations operations =
                new OperationMigrations(older, newer, packageName, counterparts, pairs, diagnostics);
        operations.plan();
        return new MigrationPlan(
                packageName, casters(pairs), operations.publishers(), operations.subscribers(), diagnostics);
    }

    /** Two different classes of one name cannot stand side by side. */
    private boolean collisions() {
        Map<JavaName, Schema> before = new HashMap<>();
        older.plan().generatedTypes().forEach(type -> before.put(ClassNames.of(type), type));
        List<JavaName> taken = newer.plan()
                .generatedTypes()
                .filter(type -> before.containsKey(ClassNames.of(type)))
                .filter(type -> !type.equals(before.get(ClassNames.of(type))))
                .map(ClassNames::of)
                .toList();
        for (JavaName name : taken) {
            diagnostics.add(Diagnostic.error(
                    "codegen-previous-class-taken",
                    "Class '" + name + "' would be that of version "
                            + older.plan().version() + " and of version "
                            + newer.plan().version() + ", which differ",
                    newer.document().info().location(),
                    newer.document().info().pointer(),
                    "Put the record classes of either version into another package with <recordPackages>."));
        }
        return !taken.isEmpty();
    }

    private static List<CasterPlan> casters(List<MessagePair> pairs) {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.up(), pair.down()))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<MessagePair> pairs(Counterparts counterparts) {
        Map<MessagePlan, MessagePlan> matched = new LinkedHashMap<>();
        for (Counterparts.Pair pair : counterparts.pairs()) {
            Optional<MessagePlan> was = planned(older, pair.base());
            Optional<MessagePlan> is = planned(newer, pair.head());
            if (was.isPresent() && is.isPresent()) {
                matched.putIfAbsent(is.get(), was.get());
            }
        }
        counterparts
                .added()
                .forEach(message -> planned(newer, message)
                        .filter(plan -> !matched.containsKey(plan))
                        .ifPresent(plan -> diagnostics.add(withoutCounterpart(message))));
        List<MessagePair> pairs = new ArrayList<>();
        matched.forEach((is, was) -> {
            if (coded(newer, is) && coded(older, was)) {
                pairs.add(new MessagePair(
                        was,
                        is,
                        caster(Direction.UP, is, older, was, newer, is),
                        caster(Direction.DOWN, is, newer, is, older, was)));
            } else {
                pairs.add(new MessagePair(was, is, null, null));
                diagnostics.add(uncast(is, was));
            }
        });
        return pairs;
    }

    private CasterPlan caster(
            Direction direction, MessagePlan message, Major from, MessagePlan given, Major to, MessagePlan result) {
        return new CasterPlanner(direction, new Version(from.plan()), new Version(to.plan()))
                .plan(
                        new JavaName(packageName, message.codeName() + direction.type()),
                        message.name(),
                        schema(from, given.payload()),
                        schema(to, result.payload()));
    }

    private static Schema schema(Major major, JavaName type) {
        return major.plan().avroTypes().stream()
                .filter(schema -> ClassNames.of(schema).equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " is the payload of a message"));
    }

    /** A message's plan, if it has one. */
    private static Optional<MessagePlan> planned(Major major, Message message) {
        if (!(message.payload() instanceof MessageSchema.Avro avro)) {
            return Optional.empty();
        }
        return major.plan().messages().stream()
                .filter(plan -> plan.name().equals(message.name()))
                .filter(plan -> WireNames.of(schema(major, plan.payload()))
                        .equals(avro.schema().getFullName()))
                .findFirst();
    }

    private static boolean coded(Major major, MessagePlan message) {
        return major.plan().codecs().stream().anyMatch(codec -> codec.record().equals(message.payload()));
    }

    private Diagnostic withoutCounterpart(Message message) {
        return new Diagnostic(
                "codegen-message-without-counterpart",
                Severity.INFO,
                "Message '" + message.name() + "' is not in version "
                        + older.plan().version()
                        + ": nothing is generated to make it of that version's, or that version's of it",
                message.location(),
                message.pointer(),
                "If it is there by another name, let its record have that one's name as an alias.",
                List.of());
    }

    private Diagnostic uncast(MessagePlan message, MessagePlan former) {
        boolean exists = exists(newer, message) || exists(older, former);
        return Diagnostic.warning(
                "codegen-message-not-cast",
                "Message '" + message.name() + "' is not turned into that of version "
                        + older.plan().version() + ": "
                        + (exists
                                ? "its class is named in <existingRecords>, and nobody knows its methods"
                                : "its record holds text in classes of the schema's choice"),
                newer.document().info().location(),
                newer.document().info().pointer(),
                exists
                        ? "Where both versions need it, write an Upcaster and a Downcaster yourself."
                        : "Remove 'java-class', 'java-key-class' and 'avro.java.string' from the schema.");
    }

    private static boolean exists(Major major, MessagePlan message) {
        return major.plan().existing().has(schema(major, message.payload()));
    }
}
