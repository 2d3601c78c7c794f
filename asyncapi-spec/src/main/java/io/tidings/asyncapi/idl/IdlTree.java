package io.tidings.asyncapi.idl;

import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import io.tidings.asyncapi.source.Pointers;
import io.tidings.asyncapi.source.SourceLimits;
import io.tidings.asyncapi.source.SourceReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.idl.IdlFile;

/** Parsed IDL as the tree that the same schemas written as JSON would give, each type and field where it was declared. */
final class IdlTree {
    private static final Set<String> NAMED = Set.of("record", "error", "enum", "fixed");

    private final String file;
    private final Map<String, Location> places;
    private final SourceReader json = new SourceReader(SourceLimits.DEFAULT);

    IdlTree(String file, Map<String, Location> places) {
        this.file = file;
        this.places = places;
    }

    ObjectNode of(IdlFile parsed) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (Schema schema : parsed.getNamedSchemas().values()) {
            add(members, schema.getFullName(), schema);
        }
        for (Schema schema : parsed.getNamedSchemas().values()) {
            if (!members.containsKey(schema.getName())) {
                add(members, schema.getName(), schema);
            }
        }
        Schema main = IdlReader.main(parsed);
        if (main != null) {
            add(members, "", main);
        }
        return new ObjectNode(Location.startOf(file), "", members);
    }

    static boolean uses(Schema schema, String fullName) {
        return schema.toString().contains("\"" + fullName + "\"")
                || schema.getFields().stream().anyMatch(field -> reaches(field.schema(), fullName));
    }

    private static boolean reaches(Schema schema, String fullName) {
        return switch (schema.getType()) {
            case ARRAY -> reaches(schema.getElementType(), fullName);
            case MAP -> reaches(schema.getValueType(), fullName);
            case UNION -> schema.getTypes().stream().anyMatch(branch -> reaches(branch, fullName));
            case RECORD, ENUM, FIXED -> schema.getFullName().equals(fullName);
            default -> false;
        };
    }

    private void add(Map<String, Member> members, String name, Schema schema) {
        Location start = Location.startOf(file);
        String pointer = Pointers.child("", name);
        json.readText("schema.json", schema.toString()).root().ifPresent(node -> {
            Node placed = placed(node, pointer, start, "");
            members.put(name, new Member(name, placed.location(), placed));
        });
    }

    private Node placed(Node node, String pointer, Location around, String namespace) {
        if (node instanceof ObjectNode object) {
            return object(object, pointer, around, namespace);
        }
        if (node instanceof ArrayNode array) {
            List<Node> items = new ArrayList<>();
            for (Node item : array.items()) {
                items.add(placed(item, Pointers.child(pointer, Integer.toString(items.size())), around, namespace));
            }
            return new ArrayNode(around, pointer, items);
        }
        return new ScalarNode(around, pointer, ((ScalarNode) node).value());
    }

    private ObjectNode object(ObjectNode object, String pointer, Location around, String namespace) {
        boolean named = NAMED.contains(object.string("type").orElse(""));
        String within = named ? object.string("namespace").orElse(namespace) : namespace;
        String simple = object.string("name").orElse("");
        String full = within.isEmpty() ? simple : within + "." + simple;
        Location place = named ? places.getOrDefault(full, around) : around;
        Map<String, Member> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> {
            String below = Pointers.child(pointer, name);
            Node value = named && name.equals("fields") && member.value() instanceof ArrayNode fields
                    ? fields(fields, below, place, full, within)
                    : placed(member.value(), below, place, within);
            members.put(name, new Member(name, place, value));
        });
        return new ObjectNode(place, pointer, members);
    }

    private ArrayNode fields(ArrayNode fields, String pointer, Location around, String record, String namespace) {
        List<Node> items = new ArrayList<>();
        for (Node field : fields.items()) {
            String name =
                    field instanceof ObjectNode object ? object.string("name").orElse("") : "";
            Location place = places.getOrDefault(record + "#" + name, around);
            items.add(placed(field, Pointers.child(pointer, Integer.toString(items.size())), place, namespace));
        }
        return new ArrayNode(around, pointer, items);
    }
}
