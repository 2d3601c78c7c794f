package io.tidings.compat.landscape;

import java.util.function.Consumer;

/** Says something of all services together. */
@FunctionalInterface
interface LandscapeRule {
    void check(Landscape landscape, Consumer<LandscapeFinding> found);
}
