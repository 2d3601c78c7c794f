package io.tidings.sync.plan;

import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Location;
import io.tidings.sync.plan.PlannedSchema.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Divides schemas so that no type is defined in two subjects. A type gets a subject of its own, its full name, if it stands
 * in another file than what uses it, or if several schemas would have to define it. Types that need each other in a circle
 * stay in one text: their subject is the first of their names.
 */
final class Division {
    private final List<Root> roots;
    private final List<Remark> remarks;
    private final TypeGraph graph = new TypeGraph();
    private final Map<String, SortedSet<String>> circles;
    /** The types with a subject of their own: each circle by its first name. */
    private final Set<String> apart = new TreeSet<>();

    private final Map<String, PlannedSchema> planned = new LinkedHashMap<>();

    Division(List<Root> roots, List<Remark> remarks) {
        this.roots = roots;
        this.remarks = remarks;
        roots.forEach(root -> graph.add(root.schema()));
        this.circles = graph.circles();
    }

    /** Each behind those that it refers to. */
    List<PlannedSchema> schemas() {
        TypeConflicts.check(roots, graph, circles, remarks);
        roots.forEach(this::otherFiles);
        while (apart.addAll(repeated())) {
            // What stands apart now no longer repeats what it defines, but may be repeated by others.
        }
        roots.forEach(this::plan);
        return List.copyOf(planned.values());
    }

    private void otherFiles(Root root) {
        MessageSchema.Avro avro = root.avro();
        TypeGraph.direct(root.schema()).keySet().forEach(type -> otherFile(avro, avro.location(), type));
        TypeGraph own = new TypeGraph();
        own.add(root.schema());
        for (String user : own.types().keySet()) {
            own.uses(user).stream()
                    .filter(type -> circle(type) != circle(user))
                    .forEach(type -> otherFile(avro, avro.locationOf(user), type));
        }
    }

    private void otherFile(MessageSchema.Avro avro, Location user, String type) {
        if (!avro.locationOf(type).file().equals(user.file())) {
            apart.add(first(type));
        }
    }

    /** The circles that several texts define, as things stand. */
    private Set<String> repeated() {
        // Texts that define the same circle first differ in nothing else.
        Map<String, Set<String>> below = new LinkedHashMap<>();
        for (Root root : roots) {
            String start =
                    TypeGraph.isNamed(root.schema()) ? first(root.schema().getFullName()) : null;
            below.computeIfAbsent(
                    start == null ? root.schema().toString() : start,
                    key -> defined(start, TypeGraph.direct(root.schema()).keySet()));
        }
        apart.forEach(start -> below.computeIfAbsent(start, key -> defined(start, circle(start))));
        Set<String> seen = new HashSet<>(below.keySet());
        Set<String> repeated = new TreeSet<>();
        below.forEach((start, circlesBelow) -> circlesBelow.stream()
                .filter(circle -> !circle.equals(start) && !seen.add(circle))
                .forEach(repeated::add));
        repeated.removeAll(apart);
        return repeated;
    }

    /** The circles that a text defines: all it reaches, up to those that stand apart. */
    private Set<String> defined(@Nullable String start, Collection<String> types) {
        Set<String> defined = new LinkedHashSet<>();
        for (String type : types) {
            define(type, start, defined);
        }
        return defined;
    }

    private void define(String type, @Nullable String start, Set<String> defined) {
        String first = first(type);
        if ((first.equals(start) || !apart.contains(first)) && defined.add(first)) {
            circle(type).forEach(member -> graph.uses(member).forEach(used -> define(used, start, defined)));
        }
    }

    private void plan(Root root) {
        boolean named = TypeGraph.isNamed(root.schema());
        String start = named ? first(root.schema().getFullName()) : null;
        Set<String> types = TypeGraph.direct(root.schema()).keySet();
        List<Reference> references = references(start, types, root);
        put(new PlannedSchema(root.subject(), root.schema(), references, root.uses()));
        if (start != null && apart.contains(start)) {
            planApart(start, root);
        }
    }

    private List<Reference> references(@Nullable String start, Collection<String> types, Root root) {
        Set<String> defined = defined(start, types);
        SortedSet<String> others = new TreeSet<>();
        types.forEach(type -> others.add(first(type)));
        defined.forEach(circle ->
                circle(circle).forEach(member -> graph.uses(member).forEach(used -> others.add(first(used)))));
        others.removeAll(defined);
        others.forEach(type -> planApart(type, root));
        return others.stream().map(type -> new Reference(type, type)).toList();
    }

    private void planApart(String type, Root root) {
        if (planned.containsKey(type)) {
            return;
        }
        List<Reference> references = references(type, circle(type), root);
        Location place = root.avro().locationOf(type);
        SchemaUse use = new SchemaUse(root.uses().get(0).document(), "type '" + type + "'", place, "", null);
        put(new PlannedSchema(type, Objects.requireNonNull(graph.types().get(type)), references, List.of(use)));
    }

    /** Under the strategy record, a root is the subject that others refer to: its text is the same. */
    private void put(PlannedSchema schema) {
        planned.merge(schema.subject(), schema, (known, again) -> {
            List<SchemaUse> uses = new ArrayList<>(known.uses());
            uses.addAll(again.uses());
            return new PlannedSchema(known.subject(), known.schema(), known.references(), uses);
        });
    }

    private SortedSet<String> circle(String type) {
        return Objects.requireNonNull(circles.get(type));
    }

    private String first(String type) {
        return circle(type).first();
    }
}
