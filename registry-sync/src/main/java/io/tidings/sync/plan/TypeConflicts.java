package io.tidings.sync.plan;

import io.tidings.asyncapi.model.MessageSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.apache.avro.Schema;

/** Full names that two schemas define differently: as a subject of its own, such a type would have two schemas. */
final class TypeConflicts {
    private final TypeGraph graph;
    private final Map<String, SortedSet<String>> circles;
    private final Map<String, Root> firsts = new LinkedHashMap<>();
    private final Map<String, Root> others = new LinkedHashMap<>();

    private TypeConflicts(TypeGraph graph, Map<String, SortedSet<String>> circles) {
        this.graph = graph;
        this.circles = circles;
    }

    static void check(List<Root> roots, TypeGraph graph, Map<String, SortedSet<String>> circles, List<Remark> remarks) {
        TypeConflicts conflicts = new TypeConflicts(graph, circles);
        roots.forEach(conflicts::compare);
        conflicts.others.keySet().stream().filter(conflicts::innermost).forEach(type -> conflicts.say(type, remarks));
    }

    private void compare(Root root) {
        TypeGraph own = new TypeGraph();
        own.add(root.schema());
        own.types().forEach((name, type) -> {
            Schema first = Objects.requireNonNull(graph.types().get(name));
            firsts.putIfAbsent(name, root);
            if (!type.toString().equals(first.toString())) {
                others.putIfAbsent(name, root);
            }
        });
    }

    /** What only holds a type that differs is not to blame; of a circle, one speaks for all. */
    private boolean innermost(String type) {
        SortedSet<String> circle = Objects.requireNonNull(circles.get(type));
        return circle.stream()
                        .filter(others::containsKey)
                        .findFirst()
                        .orElse(type)
                        .equals(type)
                && circle.stream()
                        .flatMap(member -> graph.uses(member).stream())
                        .allMatch(used -> circle.contains(used) || !others.containsKey(used));
    }

    private void say(String type, List<Remark> remarks) {
        MessageSchema.Avro first = Objects.requireNonNull(firsts.get(type)).avro();
        Root second = Objects.requireNonNull(others.get(type));
        remarks.add(new Remark(
                second.uses().get(0).document(),
                RegisterCode.REGISTER_SUBJECT_CONFLICT
                        .at(
                                second.avro().locationOf(type),
                                "",
                                "the subject '" + type
                                        + "' would get two schemas: the type is defined twice, differently",
                                "define it once and name it elsewhere, give one of them another name or namespace, or"
                                        + " register without references")
                        .withRelated(first.locationOf(type), "the other")));
    }
}
