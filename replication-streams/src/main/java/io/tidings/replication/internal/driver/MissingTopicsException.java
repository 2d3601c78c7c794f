package io.tidings.replication.internal.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Topics that should be replicated do not exist. */
public final class MissingTopicsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ArrayList<String> topics;

    public MissingTopicsException(Set<String> topics) {
        super("These topics do not exist: " + new TreeSet<>(topics));
        this.topics = new ArrayList<>(new TreeSet<>(topics));
    }

    public List<String> topics() {
        return List.copyOf(topics);
    }
}
