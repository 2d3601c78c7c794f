package io.tidings.asyncapi.reference;

import io.tidings.asyncapi.source.Node;
import org.jspecify.annotations.Nullable;

/**
 * Where a reference leads.
 *
 * @param hop the node that the reference names, as written: it may be a reference itself
 * @param target the node at the end of all references; null where there is none
 * @param unchecked whether the target is there, as far as one can tell, but is not read
 */
public record Resolution(@Nullable Node hop, @Nullable Node target, boolean unchecked) {
    static final Resolution NONE = new Resolution(null, null, false);
    static final Resolution UNCHECKED = new Resolution(null, null, true);
}
