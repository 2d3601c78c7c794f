package io.tidings.compat.landscape;

import java.util.function.Consumer;

/** Says something of a channel that several services have. */
@FunctionalInterface
interface ChannelRule {
    void check(SharedChannel channel, Consumer<LandscapeFinding> found);
}
