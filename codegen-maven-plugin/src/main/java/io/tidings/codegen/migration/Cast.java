package io.tidings.codegen.migration;

import io.tidings.codegen.plan.Coding;
import io.tidings.codegen.plan.JavaName;
import org.jspecify.annotations.Nullable;

/** How a value of one version becomes one of the other. */
public sealed interface Cast {

    /** As it is: nobody can change it, or both versions have its class. */
    record Same() implements Cast {}

    /** Null, which is all that there is. */
    record Nothing() implements Cast {}

    /** The default of a field, which has to be looked up: the record's builder would not find the class. */
    record Default(JavaName record, String field) implements Cast {}

    /** A number as one of a wider type, which has all of its values. */
    record Widened(Coding.Simple to) implements Cast {}

    /** Bytes, or text as bytes, in a buffer of their own. */
    record Bytes() implements Cast {}

    /** The bytes of a fixed type as those of another. */
    record Fixed(JavaName to) implements Cast {}

    /** An array, item by item. */
    record Items(Cast item) implements Cast {}

    /** A map, value by value. */
    record Entries(Cast value) implements Cast {}

    /**
     * What may be null.
     *
     * @param whenNull the decision what is put in its place, with the record if it is that of a field; null leaves it null
     */
    record Maybe(Cast value, @Nullable Decided whenNull) implements Cast {}

    /** What a method of the caster makes of it. */
    record Called(String method) implements Cast {}

    /**
     * What a person makes of it.
     *
     * @param given what the method takes
     */
    record Decided(String method, Given given) implements Cast {}

    /** What a decision is made from. */
    enum Given {
        /** The value itself. */
        VALUE,
        /** The record in whose field it stands. */
        RECORD,
        /** Nothing: there is nothing. */
        NOTHING
    }
}
