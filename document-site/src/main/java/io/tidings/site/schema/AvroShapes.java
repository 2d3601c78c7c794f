package io.tidings.site.schema;

import io.tidings.site.schema.Shape.Fact;
import io.tidings.site.schema.Shape.Part;
import io.tidings.site.schema.Shape.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** Reads one Avro schema. Used once. */
final class AvroShapes {
    private final Room room = new Room();

    /** The namespace of the whole, once that is known: what stands in it goes without saying. */
    private @Nullable String around;

    Shape of(Schema schema) {
        return shape(schema, "");
    }

    private Shape shape(Schema schema, String path) {
        return switch (schema.getType()) {
            case RECORD -> record(schema, path);
            case ENUM -> Shape.plain(schema.getName(), schema.getDoc(), symbols(schema));
            case FIXED -> Shape.plain(AvroWords.of(schema), schema.getDoc(), AvroWords.facts(schema, around));
            case ARRAY -> {
                Shape items = shape(schema.getElementType(), path);
                yield items.called("array of " + grouped(items.type()));
            }
            case MAP -> {
                Shape values = shape(schema.getValueType(), path);
                yield values.called("map from string to " + grouped(values.type()));
            }
            case UNION -> union(schema, path);
            default -> Shape.plain(AvroWords.of(schema), null, AvroWords.facts(schema, around));
        };
    }

    private Shape record(Schema schema, String path) {
        List<Fact> facts = new ArrayList<>(AvroWords.names(schema, around));
        String seen = room.enter(schema, path);
        if (seen != null) {
            return new Shape(schema.getName(), schema.getDoc(), facts, List.of(), List.of(), seen);
        }
        if (path.isEmpty()) {
            around = schema.getNamespace();
        }
        List<Row> rows = new ArrayList<>();
        for (Schema.Field field : schema.getFields()) {
            room.row();
            rows.add(row(field, Room.child(path, field.name())));
        }
        room.leave(schema);
        return new Shape(schema.getName(), schema.getDoc(), facts, rows, List.of(), null);
    }

    private Row row(Schema.Field field, String path) {
        List<Fact> facts = new ArrayList<>();
        if (field.hasDefaultValue()) {
            facts.add(Fact.of("default", defaultOf(field)));
        }
        if (!field.aliases().isEmpty()) {
            facts.add(
                    new Fact("also known as", field.aliases().stream().sorted().toList()));
        }
        Object deprecated = field.getObjectProp("deprecated");
        boolean old = deprecated != null && !Boolean.FALSE.equals(deprecated);
        if (deprecated instanceof String why && !why.isBlank()) {
            facts.add(Fact.of("deprecated", why));
        }
        Shape shape = shape(field.schema(), path).described(field.doc()).knowing(facts);
        return new Row(field.name(), path, !field.hasDefaultValue(), old, shape);
    }

    private static String defaultOf(Schema.Field field) {
        Object value = GenericData.get().getDefaultValue(field);
        return GenericData.get().toString(value);
    }

    private List<Fact> symbols(Schema schema) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("one of", schema.getEnumSymbols()));
        if (schema.getEnumDefault() != null) {
            facts.add(Fact.of("read as, if unknown", schema.getEnumDefault()));
        }
        facts.addAll(AvroWords.names(schema, around));
        return facts;
    }

    private Shape union(Schema schema, String path) {
        List<Schema> branches = schema.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        String orNull = schema.isNullable() ? ", or null" : "";
        if (branches.size() == 1) {
            Shape only = shape(branches.get(0), path);
            return only.called(only.type() + orNull);
        }
        List<Part> parts = new ArrayList<>();
        for (Schema branch : branches) {
            Shape shape = shape(branch, Room.child(path, branch.getName()));
            if (shape.hasInner() || !shape.facts().isEmpty()) {
                parts.add(new Part(shape.type(), shape));
            }
        }
        String type = branches.stream().map(AvroShapes::shortName).collect(Collectors.joining(" or "));
        return new Shape(type + orNull, null, List.of(), List.of(), parts, null);
    }

    private static String shortName(Schema schema) {
        return switch (schema.getType()) {
            case ARRAY -> "array of " + shortName(schema.getElementType());
            case MAP -> "map from string to " + shortName(schema.getValueType());
            case UNION -> schema.getTypes().stream().map(AvroShapes::shortName).collect(Collectors.joining(" or "));
            case RECORD, ENUM -> schema.getName();
            default -> AvroWords.of(schema);
        };
    }

    private static String grouped(String type) {
        return type.contains(" or ") || type.contains(", or") ? "(" + type + ")" : type;
    }
}
