package io.tidings.sync.plan;

import io.tidings.asyncapi.source.Location;

/**
 * Why a schema is registered: a part of a message, or a type that others refer to.
 *
 * @param document the file of the document that asks for it
 * @param what in the document's terms, such as {@code payload of message 'OrderPlaced' on channel 'orders'}
 * @param location where the schema begins
 * @param pointer of the message, where the schema stands in the same file; else empty
 */
public record SchemaUse(String document, String what, Location location, String pointer) {}
