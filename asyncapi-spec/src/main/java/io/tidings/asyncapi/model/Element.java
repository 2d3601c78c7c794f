package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node.ObjectNode;

/** A part of a document that knows where it was written. */
public interface Element {

    /** The node this was read from, after references were followed. */
    ObjectNode node();

    /** Where it stands. */
    default Location location() {
        return node().location();
    }

    /** Where one of its fields stands, or else where it stands itself. */
    default Location locationOf(String field) {
        return node().locationOf(field);
    }

    /** Its JSON Pointer within its file. */
    default String pointer() {
        return node().pointer();
    }
}
