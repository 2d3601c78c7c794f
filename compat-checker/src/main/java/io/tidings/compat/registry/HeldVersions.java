package io.tidings.compat.registry;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Location;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.registry.InvalidSchemaException;
import io.tidings.registry.RegisteredSchema;
import io.tidings.registry.SchemaRegistry;
import io.tidings.sync.plan.PlannedSchema;
import io.tidings.sync.plan.SchemaUse;
import io.tidings.sync.plan.SchemaUse.MessagePart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes earlier versions of a document from the versions of its subjects: the first has the newest schema of each subject, the
 * second the one before, and so on. A subject that has fewer versions than others is as it is in the head from there on, and
 * so says nothing.
 */
final class HeldVersions {

    /** What a schema of an earlier version is written in, whatever it was once: the registry does not say. */
    private static final String AVRO = "application/vnd.apache.avro;version=1.12.0";

    private final String source;
    private final SchemaRegistry registry;
    private final Map<MessagePart, List<MessageSchema.Avro>> newestFirst = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    HeldVersions(String source, SchemaRegistry registry) {
        this.source = source;
        this.registry = registry;
    }

    /** Fetches what there is of a subject. */
    void fetch(PlannedSchema planned) {
        List<Integer> numbers = registry.versions(planned.subject());
        if (numbers.isEmpty()) {
            notes.add("first version of the subject " + planned.subject() + ": the registry has none");
            return;
        }
        List<MessageSchema.Avro> schemas = new ArrayList<>();
        for (int number : numbers.stream().sorted(Comparator.reverseOrder()).toList()) {
            try {
                registry.version(planned.subject(), number).ifPresent(held -> schemas.add(schema(held)));
            } catch (InvalidSchemaException e) {
                notes.add(
                        "left out: version " + number + " of the subject " + planned.subject() + ": " + e.getMessage());
            }
        }
        for (SchemaUse use : planned.uses()) {
            Optional.ofNullable(use.of()).ifPresent(part -> newestFirst.put(part, schemas));
        }
    }

    private MessageSchema.Avro schema(RegisteredSchema held) {
        String place = source + "/subjects/" + held.subject() + "/versions/" + held.version();
        return new MessageSchema.Avro(AVRO, held.schema(), Map.of(), Location.startOf(place));
    }

    /** What could not be fetched, and why. */
    List<String> notes() {
        return notes;
    }

    /** As many documents as the longest subject has versions. */
    List<BaseDocument> documents(AsyncApiDocument head) {
        int depth = newestFirst.values().stream().mapToInt(List::size).max().orElse(0);
        List<BaseDocument> documents = new ArrayList<>();
        for (int back = 0; back < depth; back++) {
            Map<MessagePart, MessageSchema.Avro> schemas = new HashMap<>();
            for (Map.Entry<MessagePart, List<MessageSchema.Avro>> subject : newestFirst.entrySet()) {
                if (back < subject.getValue().size()) {
                    schemas.put(subject.getKey(), subject.getValue().get(back));
                }
            }
            documents.add(BaseDocument.ofSchemas(source, new Substitution(schemas).in(head)));
        }
        return documents;
    }
}
