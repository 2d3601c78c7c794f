package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.ReplicaDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/** Reduces a payload's record to the fields that a replica keeps. */
final class ViewProjection {

    private ViewProjection() {}

    /** The fields to keep, the version's among them; none if a declared one does not exist, which is reported. */
    static List<Schema.Field> fields(ReplicaDeclaration declaration, Schema payload, List<Diagnostic> diagnostics) {
        Set<String> names = new LinkedHashSet<>(declaration.fields());
        if (names.isEmpty()) {
            payload.getFields().forEach(field -> names.add(field.name()));
        }
        if (declaration.versionField() != null) {
            names.add(declaration.versionField()); // rows are ordered by it, so they must have it
        }
        List<Schema.Field> fields = new ArrayList<>();
        boolean complete = true;
        for (String name : names) {
            Schema.Field field = payload.getField(name);
            if (field != null) {
                fields.add(field);
            } else {
                complete = false;
                diagnostics.add(missing(declaration, payload, name));
            }
        }
        complete &= versionOrders(declaration, payload, diagnostics);
        return complete ? fields : List.of();
    }

    /** The record of the view: an alias of the payload's, so that whatever is written as that can be read as this. */
    static Schema schema(Schema payload, JavaName view, List<Schema.Field> fields) {
        Schema schema =
                Schema.createRecord(view.simpleName(), payload.getDoc(), view.packageName(), false, copies(fields));
        schema.addAlias(payload.getFullName());
        payload.getAliases().forEach(schema::addAlias);
        return schema;
    }

    private static List<Schema.Field> copies(List<Schema.Field> fields) {
        return fields.stream()
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
    }

    private static boolean versionOrders(ReplicaDeclaration declaration, Schema payload, List<Diagnostic> diagnostics) {
        String name = declaration.versionField();
        Schema.Field field = name == null ? null : payload.getField(name);
        if (field == null || isInteger(field.schema())) {
            return true;
        }
        diagnostics.add(Diagnostic.error(
                "codegen-replica-impossible",
                "View '" + declaration.view() + "' cannot be replicated: its version '" + name + "' is a "
                        + field.schema().getType().getName() + ", not a long or int",
                declaration.locationOf("version"),
                declaration.pointer(),
                "Take a field that grows with each change, or the message's entity-version header."));
        return false;
    }

    private static boolean isInteger(Schema schema) {
        if (schema.isUnion()) {
            return schema.getTypes().stream().anyMatch(ViewProjection::isInteger);
        }
        return schema.getLogicalType() == null
                && (schema.getType() == Schema.Type.LONG || schema.getType() == Schema.Type.INT);
    }

    private static Diagnostic missing(ReplicaDeclaration declaration, Schema payload, String name) {
        return Diagnostic.error(
                "codegen-replica-field-unknown",
                "View '" + declaration.view() + "' keeps field '" + name + "', which record '" + payload.getFullName()
                        + "' does not have",
                declaration.locationOf("fields"),
                declaration.pointer(),
                "It has "
                        + String.join(
                                ", ",
                                payload.getFields().stream()
                                        .map(Schema.Field::name)
                                        .toList())
                        + ".");
    }
}
