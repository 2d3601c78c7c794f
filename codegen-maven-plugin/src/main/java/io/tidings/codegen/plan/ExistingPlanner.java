package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.Schema;

/**
 * Finds out which types have classes already: those that the build names, and all that these are made of, since a class cannot have
 * been compiled without those of its fields.
 */
final class ExistingPlanner {

    private final List<ExistingRecord> named;
    private final Function<String, Location> places;
    private final List<Diagnostic> diagnostics;
    private final Map<String, Optional<String>> chosen = new LinkedHashMap<>();

    ExistingPlanner(List<ExistingRecord> named, Function<String, Location> places, List<Diagnostic> diagnostics) {
        this.named = named;
        this.places = places;
        this.diagnostics = diagnostics;
    }

    /** By full name: what the class is called, where the build says so. */
    Map<String, Optional<String>> among(Map<String, Schema> types) {
        for (ExistingRecord one : named) {
            List<String> matching = types.keySet().stream().filter(one::matches).toList();
            if (matching.isEmpty()) {
                diagnostics.add(unused(one));
            }
            // Whoever names a class knows more than whoever names a pattern.
            matching.forEach(name -> chosen.merge(
                    name, Optional.ofNullable(one.className()), (former, now) -> former.isPresent() ? former : now));
        }
        for (String name : List.copyOf(chosen.keySet())) {
            addParts(Objects.requireNonNull(types.get(name)));
        }
        return chosen;
    }

    private void addParts(Schema whole) {
        Deque<Schema> open = new ArrayDeque<>(Reach.parts(whole));
        while (!open.isEmpty()) {
            Schema part = open.pop();
            switch (part.getType()) {
                case RECORD, ENUM, FIXED -> {
                    if (chosen.putIfAbsent(part.getFullName(), Optional.empty()) == null) {
                        diagnostics.add(implied(part.getFullName(), whole.getFullName()));
                        open.addAll(Reach.parts(part));
                    }
                }
                default -> open.addAll(Reach.parts(part));
            }
        }
    }

    private Diagnostic unused(ExistingRecord one) {
        return Diagnostic.warning(
                "codegen-existing-record-unused",
                "No Avro type of the document is called '" + one.pattern()
                        + "', for which there is a class already, as the build says",
                places.apply(""),
                "",
                "Correct or remove '" + one + "' in <existingRecords>.");
    }

    private Diagnostic implied(String part, String whole) {
        return new Diagnostic(
                "codegen-existing-record-implied",
                Severity.INFO,
                "Nothing is generated for Avro type '" + part + "': '" + whole
                        + "' is made of it, whose class exists and could not do so without",
                places.apply(part),
                "",
                "Name it in <existingRecords>, too.",
                new ArrayList<>());
    }
}
