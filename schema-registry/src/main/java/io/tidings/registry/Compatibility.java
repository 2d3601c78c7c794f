package io.tidings.registry;

import java.util.List;

/**
 * A registry's verdict on a schema that is not registered yet.
 *
 * @param reasons why not, one sentence each, as far as the registry says; empty if compatible
 */
public record Compatibility(boolean compatible, List<String> reasons) {

    static final Compatibility YES = new Compatibility(true, List.of());

    public Compatibility {
        reasons = List.copyOf(reasons);
    }
}
