package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.diagnostic.Diagnostic.Related;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a schema or a value, before a rule gives it a code and a severity.
 *
 * @param pointer of the value it concerns, within its file
 * @param weight whether it is certain to be a mistake
 */
public record Problem(
        Location location,
        String pointer,
        String message,
        @Nullable String hint,
        List<Related> related,
        Weight weight) {

    /** Whether something is certain to be a mistake. */
    public enum Weight {
        CERTAIN,
        /** Among several schemas none fits, and nothing shows which one is meant. */
        UNSETTLED,
        /** JSON Schema leaves it open whether a {@code format} is more than a remark. */
        FORMAT
    }

    public Problem {
        related = List.copyOf(related);
    }

    static Problem at(Node node, String message, @Nullable String hint) {
        Node place = Diagnostics.place(node);
        return new Problem(place.location(), place.pointer(), message, hint, List.of(), Weight.CERTAIN);
    }

    /** Of a member as a whole: points at its name. */
    static Problem at(Member member, String message, @Nullable String hint) {
        return new Problem(member.keyLocation(), member.value().pointer(), message, hint, List.of(), Weight.CERTAIN);
    }

    Problem because(Location place, String why) {
        List<Related> more = new java.util.ArrayList<>(related);
        more.add(new Related(place, why));
        return new Problem(location, pointer, message, hint, more, weight);
    }

    Problem weighing(Weight other) {
        return new Problem(location, pointer, message, hint, related, other);
    }
}
