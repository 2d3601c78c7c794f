package io.tidings.asyncapi.grammar;

import io.tidings.asyncapi.grammar.ObjectType.Versions;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;

/**
 * The version by which an object is read: that of the specification, or the one that a binding has of its own.
 *
 * @param field what carries the version
 * @param version the version to read by
 * @param origin how it came about
 */
record Scope(String field, String version, Origin origin) {
    private static final String LATEST = "latest";

    enum Origin {
        WRITTEN,
        /** None is written, so that the latest is meant. */
        ASSUMED,
        /** What is written is no version, so that nothing can be said of when fields came and went. */
        UNKNOWN
    }

    static Scope of(String specVersion) {
        return new Scope("asyncapi", specVersion, Origin.WRITTEN);
    }

    /** The scope within an object that has versions of its own. */
    static Scope within(ObjectNode node, Versions versions) {
        Node written = node.get(versions.field()).orElse(null);
        String version = written == null ? LATEST : written.text().orElse("");
        if (version.equals(LATEST)) {
            return new Scope(versions.field(), versions.latest(), Origin.ASSUMED);
        }
        return versions.all().contains(version)
                ? new Scope(versions.field(), version, Origin.WRITTEN)
                : new Scope(versions.field(), versions.latest(), Origin.UNKNOWN);
    }

    /** How to speak of its versions. */
    String label() {
        return field.equals("asyncapi") ? "AsyncAPI" : field;
    }
}
