package io.tidings.replication.internal.driver;

/**
 * A log that feeds a view.
 *
 * @param log its number among the view's logs, from 0
 * @param topic where it is
 * @param reader understands what it carries
 */
public record Input(int log, String topic, EventReader reader) {}
