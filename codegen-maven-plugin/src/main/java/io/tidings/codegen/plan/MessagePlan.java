package io.tidings.codegen.plan;

/**
 * A kind of message.
 *
 * @param constant its {@code MessageType}
 * @param codeName what generated code calls it, in PascalCase; unique within the plan
 * @param name its name in the document, which travels with it
 * @param payload the Avro record class
 */
public record MessagePlan(
        ConstantName constant, String codeName, String name, JavaName payload, Documentation documentation) {}
