package io.tidings.compat.landscape;

import java.util.function.Consumer;

/** Says something of a message that one service sends and another receives. */
@FunctionalInterface
interface MessageRule {
    void check(MessagePair pair, Consumer<LandscapeFinding> found);
}
