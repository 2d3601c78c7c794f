package io.tidings.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * A schema as a registry holds it: text, what the text refers to in other subjects, and both parsed into one.
 *
 * @param text JSON; it may name types that the references define
 * @param schema self-contained: with every type that text and references define
 */
public record SchemaDefinition(String text, List<SchemaReference> references, Schema schema) {

    public SchemaDefinition {
        references = List.copyOf(references);
    }

    /** A schema whose text is whole. */
    public static SchemaDefinition of(Schema schema) {
        return new SchemaDefinition(schema.toString(), List.of(), schema);
    }

    /**
     * Parses what a registry once accepted: it was valid to its writers, and names and defaults that Avro would refuse today
     * still decode.
     *
     * @param referenced what the text refers to; the types that those refer to in turn are known to it, too
     * @throws SchemaParseException if the text is no schema, names a type that nobody defines, or if one name is defined twice
     */
    public static SchemaDefinition parse(String text, Map<SchemaReference, SchemaDefinition> referenced) {
        Map<String, Schema> known = new LinkedHashMap<>();
        referenced.values().forEach(definition -> NamedTypes.collect(definition.schema(), known));
        try {
            Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false);
            parser.addTypes(known.values());
            return new SchemaDefinition(text, List.copyOf(referenced.keySet()), parser.parse(text));
        } catch (SchemaParseException e) {
            throw e;
        } catch (AvroRuntimeException | IndexOutOfBoundsException e) {
            // Avro's parser stumbles over a name of dots alone.
            throw new SchemaParseException(e);
        }
    }

    /**
     * A schema whose text names the types that other subjects define, and does not repeat them.
     *
     * @param schema self-contained
     * @param referenced the types that stand in other subjects, with all that those define
     */
    public static SchemaDefinition referring(Schema schema, Map<SchemaReference, Schema> referenced) {
        Map<String, Schema> known = new LinkedHashMap<>();
        referenced.values().forEach(type -> NamedTypes.collect(type, known));
        return new SchemaDefinition(text(schema, known), List.copyOf(referenced.keySet()), schema);
    }

    /** Avro deprecates the one method that leaves out what is defined elsewhere, and names no other. */
    @SuppressWarnings("deprecation")
    private static String text(Schema schema, Map<String, Schema> known) {
        return schema.toString(List.copyOf(known.values()), false);
    }
}
