package io.tidings.registry;

/**
 * What a schema's text names but does not define.
 *
 * @param name the full name of the type, as the text says it
 * @param subject where the type is defined
 * @param version of the subject, counted from 1
 */
public record SchemaReference(String name, String subject, int version) {}
