package io.tidings.asyncapi.reference;

import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Pointers;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Walks a JSON Pointer (RFC 6901), through references where some stand in the way. */
final class PointerWalk {
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");

    private final Diagnostics diagnostics;
    private final Function<Node, Resolution> follow;

    PointerWalk(Diagnostics diagnostics, Function<Node, Resolution> follow) {
        this.diagnostics = diagnostics;
        this.follow = follow;
    }

    /** The node at the end as {@link Resolution#hop()}; none where the pointer leads nowhere, which is reported. */
    Resolution walk(Node root, String pointer, ObjectNode from, String written) {
        if (!wellFormed(pointer, from)) {
            return Resolution.NONE;
        }
        Node at = root;
        for (String token : Pointers.tokens(pointer)) {
            Resolution way = follow.apply(at);
            Node holder = way.target();
            if (holder == null) {
                // That reference has been reported itself.
                return way.unchecked() ? Resolution.UNCHECKED : Resolution.NONE;
            }
            Node next = child(holder, token);
            if (next == null) {
                dangling(holder, token, from, written);
                return Resolution.NONE;
            }
            at = next;
        }
        return new Resolution(at, null, false);
    }

    private boolean wellFormed(String pointer, ObjectNode from) {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            diagnostics.error(
                    "reference-pointer", "'#" + pointer + "' is not a JSON Pointer", from, "write '#/" + pointer + "'");
            return false;
        }
        if (BAD_ESCAPE.matcher(pointer).find()) {
            diagnostics.error(
                    "reference-pointer",
                    "'#" + pointer + "' is not a JSON Pointer: a '~' stands alone",
                    from,
                    "write '~0' for '~', and '~1' for a '/' within a name");
            return false;
        }
        return true;
    }

    private static @Nullable Node child(Node holder, String token) {
        if (holder instanceof ObjectNode object) {
            return object.get(token).orElse(null);
        }
        if (holder instanceof ArrayNode array && INDEX.matcher(token).matches()) {
            int index = Integer.parseInt(token);
            return index < array.items().size() ? array.items().get(index) : null;
        }
        return null;
    }

    private void dangling(Node holder, String token, ObjectNode from, String written) {
        String place = holder.pointer().isEmpty() ? "" : " in '#" + holder.pointer() + "'";
        String missing = "there is no '" + token + "'" + place;
        String hint = null;
        if (holder instanceof ObjectNode object) {
            hint = DidYouMean.hint(token, List.copyOf(object.members().keySet()));
        } else if (holder instanceof ArrayNode array) {
            int count = array.items().size();
            hint = INDEX.matcher(token).matches()
                    ? "the list has " + count + (count == 1 ? " item" : " items") + ", counted from 0"
                    : "an item of a list is named by its index, counted from 0 and without leading zeros";
        } else {
            missing = "'#" + holder.pointer() + "' is a " + holder.kind() + ", in which there is nothing to name";
        }
        diagnostics.error("reference-dangling", "'" + written + "' leads nowhere: " + missing, from, hint);
    }
}
