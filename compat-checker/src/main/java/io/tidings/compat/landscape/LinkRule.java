package io.tidings.compat.landscape;

import java.util.function.Consumer;

/** Says something of what one service sends another. */
@FunctionalInterface
interface LinkRule {
    void check(Link link, Consumer<LandscapeFinding> found);
}
