package io.tidings.messaging.accepted;

/**
 * Something that was begun for a request and is to be undone if the request fails.
 *
 * @param number 1 for the first; they are undone from the last to the first
 * @param name what was begun, in a word of the service's own; a request begins it once
 * @param context what is needed to undo it, as {@link io.tidings.messaging.ContextFormat} writes it; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to the handler, not compared
public record Step(int number, String name, byte[] context) {}
