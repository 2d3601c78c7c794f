package io.tidings.compat.diff;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.json.JsonReader;
import java.util.ArrayList;
import java.util.List;

/** The two documents and what was found so far. Used by one thread, for one comparison. */
record Comparison(Side base, Side head, List<Change> changes, JsonReader json) {

    static Comparison of(AsyncApiDocument base, AsyncApiDocument head) {
        return new Comparison(new Side(base), new Side(head), new ArrayList<>(), new JsonReader());
    }

    Scopes scopes() {
        return new Scopes(base, head);
    }

    void found(Change change) {
        changes.add(change);
    }
}
