package io.tidings.compat.diff;

import io.tidings.asyncapi.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares a parameter that the addresses of both documents have. */
final class ParameterDifference {

    private final Comparison comparison;
    private final Scope scope;

    ParameterDifference(Comparison comparison, Scope scope) {
        this.comparison = comparison;
        this.scope = scope;
    }

    void compare(Parameter was, Parameter is) {
        At at = At.of(scope, was.location(), is.location());
        String name = "parameter " + is.name();
        if (!Objects.equals(was.messageLocation(), is.messageLocation())
                && was.messageLocation() != null
                && is.messageLocation() != null) {
            String moved = name + " stands at " + is.messageLocation() + " now, it stood at " + was.messageLocation();
            comparison.found(new ChannelChange.ParameterChanged(at, moved, false));
        }
        values(at, name, was.values(), is.values());
        boolean words = !Objects.equals(was.description(), is.description())
                || !was.examples().equals(is.examples())
                || !Objects.equals(was.defaultValue(), is.defaultValue())
                || (was.messageLocation() == null) != (is.messageLocation() == null);
        if (words) {
            comparison.found(new DocumentChange.Documentation(at, name));
        }
    }

    /** Without a list, any value will do. */
    private void values(At at, String name, List<String> was, List<String> is) {
        List<String> removed = new ArrayList<>(was);
        removed.removeAll(is);
        List<String> added = new ArrayList<>(is);
        added.removeAll(was);
        if (was.isEmpty() && is.isEmpty()) {
            return;
        }
        if (is.isEmpty()) {
            comparison.found(new ChannelChange.ParameterChanged(at, name + " may have any value now", true));
        } else if (was.isEmpty()) {
            String only = name + " may only be " + String.join(", ", is) + " now";
            comparison.found(new ChannelChange.ParameterChanged(at, only, false));
        } else {
            if (!removed.isEmpty()) {
                String gone = name + " may not be " + String.join(", ", removed) + " any more";
                comparison.found(new ChannelChange.ParameterChanged(at, gone, false));
            }
            if (!added.isEmpty()) {
                String more = name + " may be " + String.join(", ", added) + " too";
                comparison.found(new ChannelChange.ParameterChanged(at, more, true));
            }
        }
    }
}
