package io.tidings.codegen.avro;

import io.tidings.codegen.plan.FieldNames;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;

/** What Java holds the values of a schema as: what Avro's compiler says, and where null may be among them. */
final class FieldTypes {

    private final SpecificCompiler avro;
    private final Imports imports;

    FieldTypes(SpecificCompiler avro, Imports imports) {
        this.avro = avro;
        this.imports = imports;
    }

    List<FieldText> of(Schema record) {
        List<FieldNames> names = FieldNames.of(record);
        List<FieldText> fields = new ArrayList<>();
        for (Schema.Field field : record.getFields()) {
            Schema schema = field.schema();
            String unboxed = avro.javaUnbox(schema, false);
            boolean primitive = unboxed.indexOf('.') < 0;
            String boxed = boxed(schema, false);
            fields.add(new FieldText(
                    field,
                    names.get(field.pos()),
                    primitive ? unboxed : boxed(schema, true),
                    primitive ? unboxed : boxed,
                    boxed,
                    nullable(schema),
                    primitive));
        }
        return fields;
    }

    /** The type of a value as an object's, which is not null itself. */
    String ofValue(Schema schema) {
        return raw(schema);
    }

    static boolean nullable(Schema schema) {
        return schema.isNullable();
    }

    /** The type as an object's. */
    private String boxed(Schema schema, boolean annotated) {
        String type = raw(schema);
        return annotated && nullable(schema) ? imports.nullable(type) : type;
    }

    private String raw(Schema schema) {
        return switch (schema.getType()) {
            case ARRAY ->
                converted(schema)
                        ? leaf(schema)
                        : imports.name("java.util.List") + "<" + boxed(schema.getElementType(), true) + ">";
            case MAP ->
                converted(schema)
                        ? leaf(schema)
                        : imports.name("java.util.Map") + "<" + imports.in(avro.getStringType(schema)) + ", "
                                + boxed(schema.getValueType(), true) + ">";
            case UNION -> {
                List<Schema> branches = schema.getTypes();
                boolean optional = branches.size() == 2 && schema.isNullable();
                yield optional ? raw(branches.get(avro.getNonNullIndex(schema))) : leaf(schema);
            }
            default -> leaf(schema);
        };
    }

    private static boolean converted(Schema schema) {
        return schema.getLogicalType() != null;
    }

    private String leaf(Schema schema) {
        return imports.in(avro.javaType(schema));
    }
}
