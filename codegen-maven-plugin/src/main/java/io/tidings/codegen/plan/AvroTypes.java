package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.DeclaredRow;
import io.tidings.asyncapi.model.DeclaredView;
import io.tidings.asyncapi.model.Element;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The named Avro types of a document: each full name once, whatever number of messages use it. */
final class AvroTypes {

    private final Map<String, Schema> byFullName = new LinkedHashMap<>();
    private final Map<String, Location> places = new HashMap<>();
    private final List<Diagnostic> diagnostics;
    private final Set<String> existing = new HashSet<>();
    private ExistingTypes existingTypes = ExistingTypes.NONE;
    private ClassSchemas classSchemas = new ClassSchemas(Map.of());

    private AvroTypes(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    static AvroTypes collect(AsyncApiDocument document, PlanSettings settings, List<Diagnostic> diagnostics) {
        AvroTypes types = new AvroTypes(diagnostics);
        for (Channel channel : document.channels().values()) {
            for (Message message : channel.messages().values()) {
                if (message.payload() instanceof MessageSchema.Avro avro
                        && avro.schema().getType() == Schema.Type.RECORD) {
                    types.add(avro.schema(), avro, message);
                }
                Schema key = KeySchema.of(message.kafkaKey()).named();
                if (key != null && message.kafkaKey() instanceof MessageSchema.Avro avro) {
                    types.add(key, avro, message);
                }
            }
        }
        if (settings.role() == Role.APPLICATION) {
            DeclaredView.of(document).forEach(types::addRow);
        }
        Location start = Location.startOf(document.file());
        Function<String, Location> places = name -> types.places.getOrDefault(name, start);
        Map<String, Optional<String>> existing =
                new ExistingPlanner(settings.records().existing(), places, diagnostics).among(types.byFullName);
        types.existing.addAll(existing.keySet());
        types.classSchemas =
                new ClassSchemas(ClassNames.of(types.byFullName.values(), existing, settings, places, diagnostics));
        types.existingTypes = new ExistingTypes(types.byFullName.values().stream()
                .filter(types::isExisting)
                .map(schema -> types.classSchemas.of(schema).getFullName())
                .collect(Collectors.toUnmodifiableSet()));
        types.byFullName.values().stream()
                .filter(schema -> schema.getType() == Schema.Type.RECORD && !types.isExisting(schema))
                .forEach(types::reportFields);
        return types;
    }

    /** What rows hold that no message has. */
    private void addRow(DeclaredView view) {
        DeclaredRow.record(view.row())
                .ifPresent(
                        row -> row.schema().getFields().forEach(field -> add(field.schema(), row, view.saying("row"))));
    }

    private void reportFields(Schema record) {
        List<FieldNames> names = FieldNames.of(record);
        for (Schema.Field field : record.getFields()) {
            FieldNames given = names.get(field.pos());
            if (given.chosen()) {
                diagnostics.add(new Diagnostic(
                        "codegen-avro-field-changed",
                        Severity.INFO,
                        "In Java, field '" + field.name() + "' of Avro type '" + record.getFullName() + "' is read by '"
                                + given.getter() + "()': other methods have the names before",
                        places.getOrDefault(record.getFullName(), Location.startOf("")),
                        "",
                        "Another name, with the old one as an alias, reads better.",
                        new ArrayList<>()));
            }
        }
    }

    /** Adds the record of a replica's view; the types of its fields are there already. */
    void addView(Schema view) {
        byFullName.put(view.getFullName(), view);
    }

    /** A schema as its class has it. */
    Schema asClass(Schema schema) {
        return classSchemas.of(schema);
    }

    /** As their classes have them. */
    List<Schema> inOrder() {
        return byFullName.values().stream().map(classSchemas::of).toList();
    }

    /** Those that become classes. */
    List<Schema> generated() {
        return byFullName.values().stream()
                .filter(schema -> !isExisting(schema))
                .map(classSchemas::of)
                .toList();
    }

    /** Whether the user has the class of a type of the document already. */
    boolean isExisting(Schema schema) {
        return existing.contains(schema.getFullName());
    }

    /** Those types, as their classes have them. */
    ExistingTypes existing() {
        return existingTypes;
    }

    /** The text of a type's schema where its class, which may hold classes of the user's own, cannot tell it. */
    @Nullable String textBesideClass(Schema schema) {
        return existingTypes.in(classSchemas.of(schema)).isEmpty() ? null : schema.toString();
    }

    /** The class of a type of the document. */
    JavaName javaName(Schema schema) {
        return ClassNames.of(classSchemas.of(schema));
    }

    Stream<String> simpleNamesIn(String packageName) {
        return inOrder().stream()
                .map(ClassNames::of)
                .filter(name -> name.packageName().equals(packageName))
                .map(JavaName::simpleName);
    }

    private void add(Schema schema, MessageSchema.Avro source, Element element) {
        switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> addNamed(schema, source, element);
            case ARRAY -> add(schema.getElementType(), source, element);
            case MAP -> add(schema.getValueType(), source, element);
            case UNION -> schema.getTypes().forEach(branch -> add(branch, source, element));
            default -> {
                // primitive types need no class
            }
        }
    }

    private void addNamed(Schema schema, MessageSchema.Avro source, Element element) {
        String fullName = schema.getFullName();
        Schema known = byFullName.putIfAbsent(fullName, schema);
        Location place = source.locationOf(fullName);
        if (known != null) {
            if (!known.equals(schema)) {
                diagnostics.add(redefined(fullName, place, element));
            }
            return;
        }
        places.put(fullName, place);
        if (schema.getType() == Schema.Type.RECORD) {
            schema.getFields().forEach(field -> add(field.schema(), source, element));
        }
    }

    private Diagnostic redefined(String fullName, Location place, Element element) {
        return Diagnostic.error(
                        "codegen-avro-type-redefined",
                        "Avro type '" + fullName + "' is defined twice, and differently; it can become one class only",
                        place,
                        element.pointer(),
                        "Define it in one file and name it elsewhere, or give the other one another name or namespace.")
                .withRelated(places.getOrDefault(fullName, place), "the first definition");
    }
}
