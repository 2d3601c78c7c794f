package io.tidings.registry;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * Whether two writer's schemas give bytes the same meaning. Text and {@code Schema.equals} are too strict, since a registry may
 * bring schemas into its normal form; Avro's parsing canonical form is too lax, since it leaves logical types out.
 */
final class WireMeaning {

    private static final List<String> LOGICAL = List.of("logicalType", "precision", "scale");

    /** Pairs that are equal if nothing else speaks against it. */
    private final IdentityHashMap<Schema, Set<Schema>> assumed = new IdentityHashMap<>();

    private WireMeaning() {}

    static boolean same(Schema one, Schema other) {
        return new WireMeaning().equal(one, other);
    }

    private boolean equal(Schema one, Schema other) {
        if (one.getType() != other.getType() || !logical(one).equals(logical(other))) {
            return false;
        }
        return switch (one.getType()) {
            case RECORD -> named(one, other) && records(one, other);
            case ENUM -> named(one, other) && one.getEnumSymbols().equals(other.getEnumSymbols());
            case FIXED -> named(one, other) && one.getFixedSize() == other.getFixedSize();
            case ARRAY -> equal(one.getElementType(), other.getElementType());
            case MAP -> equal(one.getValueType(), other.getValueType());
            case UNION -> unions(one.getTypes(), other.getTypes());
            default -> true;
        };
    }

    private static boolean named(Schema one, Schema other) {
        return one.getFullName().equals(other.getFullName());
    }

    private boolean records(Schema one, Schema other) {
        Set<Schema> partners = assumed.computeIfAbsent(one, key -> Collections.newSetFromMap(new IdentityHashMap<>()));
        if (!partners.add(other)) {
            return true;
        }
        List<Schema.Field> fields = one.getFields();
        if (fields.size() != other.getFields().size()) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            Schema.Field field = fields.get(i);
            Schema.Field partner = other.getFields().get(i);
            if (!field.name().equals(partner.name()) || !equal(field.schema(), partner.schema())) {
                return false;
            }
        }
        return true;
    }

    private boolean unions(List<Schema> branches, List<Schema> others) {
        if (branches.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < branches.size(); i++) {
            if (!equal(branches.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> logical(Schema schema) {
        Map<String, String> logical = new HashMap<>();
        if (schema.getObjectProp("logicalType") != null) {
            LOGICAL.forEach(name -> logical.put(name, Objects.toString(schema.getObjectProp(name), "")));
        }
        return logical;
    }
}
