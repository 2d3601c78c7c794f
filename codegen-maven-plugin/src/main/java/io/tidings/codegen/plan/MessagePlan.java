package io.tidings.codegen.plan;

/**
 * A kind of message.
 *
 * @param constant its {@code MessageType}
 * @param codeName what generated code calls it, in PascalCase; unique within the plan
 * @param name its name in the document, which travels with it
 * @param payload the Avro record class
 * @param schemaId where it says which schema wrote it: a constant of the runtime's {@code SchemaIdLocation}
 */
public record MessagePlan(
        ConstantName constant,
        String codeName,
        String name,
        JavaName payload,
        SchemaIdPlace schemaId,
        Documentation documentation) {}
