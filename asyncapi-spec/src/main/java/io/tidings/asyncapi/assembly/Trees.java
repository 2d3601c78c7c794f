package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object of another shape in the place of one that was written: built member by member, places kept. */
final class Trees {
    private final ObjectNode place;
    private final Map<String, Member> members = new LinkedHashMap<>();

    private Trees(ObjectNode place) {
        this.place = place;
    }

    /** An empty object where another stands. */
    static Trees at(ObjectNode place) {
        return new Trees(place);
    }

    /** All members but some. */
    Trees allBut(Set<String> names) {
        place.members().forEach((name, member) -> {
            if (!names.contains(name)) {
                members.put(name, member);
            }
        });
        return this;
    }

    /** A member of that name; none where there is no value. */
    Trees with(String name, @Nullable Node value) {
        if (value != null) {
            members.put(name, new Member(name, value.location(), value));
        }
        return this;
    }

    ObjectNode build() {
        return new ObjectNode(place.location(), place.pointer(), members);
    }

    static ScalarNode text(Node place, String text) {
        return new ScalarNode(place.location(), place.pointer(), text);
    }

    static ScalarNode text(Location location, String pointer, String text) {
        return new ScalarNode(location, pointer, text);
    }

    static ArrayNode list(ObjectNode place, List<? extends Node> items) {
        return new ArrayNode(place.location(), place.pointer(), List.copyOf(items));
    }
}
