package io.tidings.registry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.SchemaParseException;

/**
 * Makes schemas whole with what they refer to in other subjects. A version of a subject never changes, so each is fetched once.
 * A registry refuses references that form a circle or a tower; whoever answers in its place might not.
 */
final class ReferencedSchemas {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_REFERENCES = 1_000;

    /** Fetches a version of a subject. */
    interface Source {
        WrittenSchema fetch(String subject, int version, Deadline deadline);
    }

    private final Source source;
    private final Answers<Version, WrittenSchema> written = new Answers<>();
    private final Map<Version, SchemaDefinition> whole = new ConcurrentHashMap<>();

    ReferencedSchemas(Source source) {
        this.source = source;
    }

    SchemaDefinition complete(WrittenSchema schema, Deadline deadline) {
        return complete(schema, new ArrayDeque<>(), deadline);
    }

    private SchemaDefinition complete(WrittenSchema schema, Deque<Version> path, Deadline deadline) {
        if (schema.references().size() > MAX_REFERENCES) {
            throw malformed(schema, "refers to more than " + MAX_REFERENCES + " other schemas");
        }
        Map<SchemaReference, SchemaDefinition> referenced = new LinkedHashMap<>();
        for (SchemaReference reference : schema.references()) {
            referenced.put(
                    reference, follow(schema, new Version(reference.subject(), reference.version()), path, deadline));
        }
        try {
            return SchemaDefinition.parse(schema.text(), referenced);
        } catch (SchemaParseException e) {
            throw new InvalidSchemaException(
                    schema.which() + " cannot be parsed: " + e.getMessage(), 200, FailedCall.UNKNOWN, e);
        }
    }

    /** Waiting for the same fetch in another thread is safe; waiting for what that thread makes of it would not be. */
    private SchemaDefinition follow(WrittenSchema from, Version version, Deque<Version> path, Deadline deadline) {
        SchemaDefinition known = whole.get(version);
        if (known != null) {
            return known;
        }
        if (path.contains(version) || path.size() == MAX_DEPTH) {
            throw malformed(
                    from, path.contains(version) ? "refers to itself, through " + path : "refers too deep: " + path);
        }
        WrittenSchema next = fetch(from, version, deadline);
        path.addLast(version);
        SchemaDefinition complete = complete(next, path, deadline);
        path.removeLast();
        whole.put(version, complete);
        return complete;
    }

    /** That a part is missing does not mean that the whole is not there. */
    private WrittenSchema fetch(WrittenSchema from, Version version, Deadline deadline) {
        try {
            return written.get(version, () -> source.fetch(version.subject(), version.number(), deadline));
        } catch (SchemaNotFoundException e) {
            throw malformed(from, "refers to " + version + ", which the registry lacks: " + e.getMessage());
        }
    }

    private static MalformedAnswerException malformed(WrittenSchema schema, String what) {
        return new MalformedAnswerException(schema.which() + " " + what, false, FailedCall.UNKNOWN, null);
    }

    private record Version(String subject, int number) {

        @Override
        public String toString() {
            return subject + " version " + number;
        }
    }
}
