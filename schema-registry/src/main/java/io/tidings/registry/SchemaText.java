package io.tidings.registry;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** Schemas as text. */
final class SchemaText {

    private SchemaText() {}

    /**
     * Parses what a registry once accepted.
     *
     * @throws SchemaParseException if that is no schema at all
     */
    static Schema parse(String text) {
        try {
            return new Schema.Parser(NameValidator.NO_VALIDATION)
                    .setValidateDefaults(false)
                    .parse(text);
        } catch (SchemaParseException e) {
            throw e;
        } catch (AvroRuntimeException e) {
            throw new SchemaParseException(e);
        }
    }
}
