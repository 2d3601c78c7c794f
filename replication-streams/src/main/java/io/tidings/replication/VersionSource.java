package io.tidings.replication;

import static java.util.Objects.requireNonNull;

/** Where the owner's version of an entity is found: what orders its events, whatever their order of arrival. */
public sealed interface VersionSource {

    /** The message's metadata (header {@code ce_entityversion}). */
    record Header() implements VersionSource {}

    /**
     * A field of the payload, of type long or int, which the view must have too. Tombstones have no payload: their version
     * is in the header all the same.
     */
    record Field(String name) implements VersionSource {
        public Field {
            requireNonNull(name, "name");
        }
    }

    static VersionSource header() {
        return new Header();
    }

    static VersionSource field(String name) {
        return new Field(name);
    }
}
