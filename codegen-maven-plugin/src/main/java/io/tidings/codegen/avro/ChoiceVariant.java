package io.tidings.codegen.avro;

/**
 * A type among those of a field.
 *
 * @param name what its record is called
 * @param function what the function is called that takes it
 * @param type its type as an object's
 * @param argument its type as an argument's
 * @param taken what the values are instances of
 * @param conversion makes it of what is such an instance: code with a place for the variable
 */
record ChoiceVariant(String name, String function, String type, String argument, String taken, String conversion) {

    String converted(String variable) {
        return String.format(conversion, variable);
    }
}
