package io.tidings.codegen.plan;

/**
 * A sealed interface for a field that holds one of several types.
 *
 * @param type the interface
 * @param record the record that has the field
 * @param position the field's position in the schema
 * @param getter what gives the field's value as one of its types
 */
public record ChoicePlan(JavaName type, JavaName record, int position, String getter) {}
