package io.tidings.messaging.observe;

/**
 * A group that consumes a channel.
 *
 * @param address the channel's address
 * @param name the group's name
 */
public record ConsumerGroup(String address, String name) {}
