package io.tidings.asyncapi.model;

import io.tidings.asyncapi.model.DeclaredView.Feed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a view is: the record that its declaration gives, or else that part which is kept of a payload. Of several
 * payloads it is the one as which all others can be read by Avro's schema resolution, and of several such the last, so that
 * the rows of an earlier and a newer version of a channel are those of the newer.
 *
 * @param schema where the record is declared
 * @param message whose payload it is a part of; null where the declaration gives it
 * @param fields those that a row has; what is declared and is none is left out
 */
public record DeclaredRow(
        MessageSchema.Avro schema, @Nullable Message message, List<Schema.Field> fields) {

    public DeclaredRow {
        fields = List.copyOf(fields);
    }

    /**
     * What rows of a view are; empty where nothing that feeds it is an Avro record, or where nobody knows which message ends
     * rows rather than making them.
     */
    public static Optional<DeclaredRow> of(DeclaredView view) {
        if (!view.settled()) {
            return Optional.empty();
        }
        if (view.row() != null) {
            return record(view.row())
                    .map(given -> new DeclaredRow(given, null, given.schema().getFields()));
        }
        List<DeclaredRow> candidates = candidates(view);
        for (int i = candidates.size() - 1; i >= 0; i--) {
            DeclaredRow candidate = candidates.get(i);
            if (candidates.stream()
                    .allMatch(other -> candidate.reads(other.schema().schema()))) {
                return Optional.of(candidate);
            }
        }
        return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.get(candidates.size() - 1));
    }

    private static List<DeclaredRow> candidates(DeclaredView view) {
        List<Feed> unfolded =
                view.feeds().stream().filter(feed -> !feed.replica().folded()).toList();
        List<DeclaredRow> rows = new ArrayList<>();
        for (Feed feed : unfolded.isEmpty() ? view.feeds() : unfolded) {
            for (Message message : feed.messages()) {
                record(message.payload())
                        .ifPresent(payload ->
                                rows.add(new DeclaredRow(payload, message, kept(view, unfolded, payload.schema()))));
            }
        }
        return rows;
    }

    /** Rows are ordered by their version, so they must have it. */
    private static List<Schema.Field> kept(DeclaredView view, List<Feed> unfolded, Schema payload) {
        if (view.fields().isEmpty()) {
            return payload.getFields();
        }
        Set<Schema.Field> fields = new LinkedHashSet<>();
        for (String name : view.fields()) {
            Optional.ofNullable(payload.getField(name)).ifPresent(fields::add);
        }
        for (Feed feed : unfolded) {
            Optional.ofNullable(feed.replica().versionField())
                    .flatMap(name -> named(payload.getFields(), name))
                    .ifPresent(fields::add);
        }
        return List.copyOf(fields);
    }

    /** The field that a payload's field of this name becomes in a row. */
    public Optional<Schema.Field> named(String name) {
        return named(fields, name);
    }

    private static Optional<Schema.Field> named(List<Schema.Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .or(() -> fields.stream()
                        .filter(field -> field.aliases().contains(name))
                        .findFirst());
    }

    /** Whether what is written as this payload can be read as a row. */
    public boolean reads(Schema payload) {
        if (payload.equals(schema.schema())) {
            return true;
        }
        Schema record = schema.schema();
        Schema row = Schema.createRecord(
                record.getName(),
                null,
                record.getNamespace(),
                false,
                fields.stream()
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList());
        row.addAlias(payload.getFullName());
        return RowReading.reads(row, payload);
    }

    /** A schema that is an Avro record. */
    public static Optional<MessageSchema.Avro> record(@Nullable MessageSchema schema) {
        return schema instanceof MessageSchema.Avro avro && avro.schema().getType() == Schema.Type.RECORD
                ? Optional.of(avro)
                : Optional.empty();
    }
}
