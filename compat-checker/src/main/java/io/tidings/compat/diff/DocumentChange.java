package io.tidings.compat.diff;

/** A difference of the document, or of what every element can carry. */
public sealed interface DocumentChange extends Change {

    /** Words for people: titles, descriptions, tags, examples. */
    record Documentation(At at, String what) implements DocumentChange {}

    /** A server came, went or moved. */
    record ServerChanged(At at, String what) implements DocumentChange {}

    /** What a client must present. */
    record SecurityChanged(At at, String what) implements DocumentChange {}

    /** {@code x-tidings.name} of an element. */
    record GeneratedNameChanged(At at, String what, String from, String to) implements DocumentChange {}

    /** A binding Tidings has no rule for. */
    record BindingChanged(At at, String what) implements DocumentChange {}
}
