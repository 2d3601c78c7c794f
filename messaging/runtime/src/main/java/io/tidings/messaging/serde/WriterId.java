package io.tidings.messaging.serde;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what a message names the schema that wrote it.
 *
 * @param id in the registry; of no meaning where there is a GUID
 * @param guid the same in every registry, as newer ones tell it
 */
record WriterId(int id, @Nullable UUID guid) {

    static WriterId of(int id) {
        return new WriterId(id, null);
    }

    static WriterId of(UUID guid) {
        return new WriterId(0, guid);
    }

    @Override
    public String toString() {
        return guid == null ? "id " + id : "GUID " + guid;
    }
}
