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

    /** A member of that name, in the place of one that is there already; none where there is no value. */
    Trees with(String name, @Nullable Node value) {
        if (value != null) {
            members.put(name, new Member(name, value.location(), value));
        }
        return this;
    }

    /** A member as it is. */
    Trees with(Member member) {
        members.put(member.name(), member);
        return this;
    }

    /** Another value for a member, or none in its place. */
    Trees replacing(String name, @Nullable Node value) {
        Member written = members.get(name);
        if (value == null) {
            members.remove(name);
        } else if (written != null) {
            members.put(name, new Member(name, written.keyLocation(), value));
        } else {
            with(name, value);
        }
        return this;
    }

    /** What was written as one member, under another name in the same place of the order. */
    Trees renaming(String name, String other, @Nullable Node value) {
        Map<String, Member> all = new LinkedHashMap<>(members);
        members.clear();
        all.forEach((key, member) -> {
            if (!key.equals(name)) {
                members.put(key, member);
            } else if (value != null) {
                members.put(other, new Member(other, member.keyLocation(), value));
            }
        });
        return value == null || members.containsKey(other) ? this : with(other, value);
    }

    boolean isEmpty() {
        return members.isEmpty();
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

    static ArrayNode list(Node place, List<? extends Node> items) {
        return new ArrayNode(place.location(), place.pointer(), List.copyOf(items));
    }

    static ObjectNode object(Node place) {
        return new ObjectNode(place.location(), place.pointer(), Map.of());
    }

    /** A reference in the place of something. */
    static ObjectNode reference(Node place, String text) {
        return at(object(place)).with("$ref", text(place, text)).build();
    }
}
