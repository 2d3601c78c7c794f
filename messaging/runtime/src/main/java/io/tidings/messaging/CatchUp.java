package io.tidings.messaging;

/**
 * Whether a group is done with what was on a channel at some moment. Safe for use by several threads.
 *
 * @see Transport#catchUp
 */
@FunctionalInterface
public interface CatchUp {

    /**
     * Asks where the group is now. Once true, it stays so. What has become a dead letter is done.
     *
     * @throws TransientMessagingException if the broker does not answer in time
     */
    boolean reached();
}
