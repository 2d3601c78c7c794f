package io.tidings.compat.json;

import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema, read when it is first asked for: schemas refer to one another in circles. Equal to itself alone. */
public final class JsonSchema {

    private final JsonSchemas home;
    private final Node node;
    private final boolean modern;
    private @Nullable SchemaText text;

    JsonSchema(JsonSchemas home, Node node, boolean modern) {
        this.home = home;
        this.node = node;
        this.modern = modern;
    }

    /** Where it begins. */
    public Location location() {
        return node.location();
    }

    /** What it is called where it stands: the last step of its pointer. */
    public String name() {
        String pointer = node.pointer();
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /** All of them hold. Sorted, so that the order in the file makes no difference. */
    public List<Clause> clauses() {
        return text().clauses();
    }

    /** Keywords that refuse no value, yet tell readers what to make of it: {@code format}, {@code default} and the like. */
    public Map<String, Object> notes() {
        return text().notes();
    }

    /** What only people read. */
    Map<String, Object> words() {
        return text().words();
    }

    JsonSchemas home() {
        return home;
    }

    Node node() {
        return node;
    }

    boolean modern() {
        return modern;
    }

    Formula formula() {
        return text().formula();
    }

    private SchemaText text() {
        if (text == null) {
            text = new SchemaParser(home, modern).parse(node);
        }
        return text;
    }
}
