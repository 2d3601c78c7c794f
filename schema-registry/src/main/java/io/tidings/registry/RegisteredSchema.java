package io.tidings.registry;

import org.apache.avro.Schema;

/**
 * A schema as the registry knows it.
 *
 * @param id the registry-wide id that travels with each message
 * @param version counted from 1 within the subject
 */
public record RegisteredSchema(String subject, int id, int version, Schema schema) {}
