package io.tidings.messaging.avro;

import org.apache.avro.JsonSchemaParser;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;

/**
 * Generated records that hold values of classes that were there before. Avro reads and writes the fields of such a class by their
 * places in a schema, which must then be the class's own, whatever a document says: a schema that differs would put values into
 * other fields. What travels is the document's schema; fields are matched by their names on the way.
 */
public final class ExistingClasses {

    private ExistingClasses() {}

    /** The schema of a document, in pieces that Java has constants for. */
    public static Schema parse(String... pieces) {
        return JsonSchemaParser.parseInternal(pieces);
    }

    /**
     * The schema of a class that somebody's compiler made, with no logical type but those that the class converts; the very schema
     * if it converts all.
     */
    public static Schema schemaOf(Class<?> type) {
        return OwnSchemas.of(type);
    }

    /**
     * The schema that a generated class has: the document's, in which each type that has one of these classes is as the class has
     * it.
     *
     * @param document with the names that classes have
     */
    @SafeVarargs
    public static Schema in(Schema document, Class<? extends GenericContainer>... classes) {
        return new OwnSchemas(classes).of(document);
    }
}
