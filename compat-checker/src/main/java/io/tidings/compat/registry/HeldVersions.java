package io.tidings.compat.registry;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.MessageSchema;
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
import org.apache.avro.Schema;

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
    private final Map<String, String> texts = new HashMap<>();

    HeldVersions(String source, SchemaRegistry registry) {
        this.source = source;
        this.registry = registry;
    }

    /**
     * Fetches what there is of a subject.
     *
     * @param planned the kinds of messages that share it: several only where the subject is named after the topic
     */
    void fetch(List<PlannedSchema> planned) {
        String subject = planned.get(0).subject();
        List<Integer> numbers = registry.versions(subject);
        if (numbers.isEmpty()) {
            notes.add("first version of the subject " + subject + ": the registry has none");
            return;
        }
        List<List<MessageSchema.Avro>> schemas = new ArrayList<>();
        planned.forEach(kind -> schemas.add(new ArrayList<>()));
        for (int number : numbers.stream().sorted(Comparator.reverseOrder()).toList()) {
            try {
                registry.version(subject, number).ifPresent(held -> {
                    int kind = kind(held.schema(), planned);
                    if (kind >= 0) {
                        schemas.get(kind).add(schema(held));
                    } else {
                        notes.add("not compared: version " + number + " of the subject " + subject + " is "
                                + held.schema().getFullName() + ", which is none of the messages that share it");
                    }
                });
            } catch (InvalidSchemaException e) {
                notes.add("left out: version " + number + " of the subject " + subject + ": " + e.getMessage());
            }
        }
        for (int kind = 0; kind < planned.size(); kind++) {
            for (SchemaUse use : planned.get(kind).uses()) {
                MessagePart part = use.of();
                if (part != null) {
                    newestFirst.put(part, schemas.get(kind));
                }
            }
        }
    }

    /** Which of the messages that share a subject a schema is of, by its name or a former one; below zero for none. */
    private static int kind(Schema held, List<PlannedSchema> planned) {
        if (planned.size() == 1) {
            return 0; // it may have been renamed, which is for the rules to judge
        }
        for (int i = 0; i < planned.size(); i++) {
            Schema schema = planned.get(i).schema();
            boolean named = held.getFullName().equals(schema.getFullName());
            if (named
                    || (schema.getType() == Schema.Type.RECORD
                            && schema.getAliases().contains(held.getFullName()))) {
                return i;
            }
        }
        return -1;
    }

    private MessageSchema.Avro schema(RegisteredSchema held) {
        String place = source + "/subjects/" + held.subject() + "/versions/" + held.version();
        PrintedSchema printed = PrintedSchema.of(held.schema(), place);
        texts.put(place, printed.text());
        return new MessageSchema.Avro(AVRO, held.schema(), printed.places(), printed.start());
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
            documents.add(BaseDocument.ofSchemas(source, new Substitution(schemas).in(head), texts));
        }
        return documents;
    }
}
