package io.tidings.compat.landscape;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Collects what rules say, each thing once. For one thread. */
final class Findings implements Consumer<LandscapeFinding> {
    private final Set<LandscapeFinding> found = new LinkedHashSet<>();

    @Override
    public void accept(LandscapeFinding finding) {
        found.add(finding);
    }

    List<LandscapeFinding> sorted() {
        return found.stream().sorted(LandscapeFinding.ORDER).toList();
    }
}
