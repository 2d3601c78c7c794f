package io.tidings.compat.json;

import io.tidings.asyncapi.source.Location;

/**
 * One keyword of a schema, or what it says of one property or position.
 *
 * @param keyword as written
 * @param name of the property, pattern or position; empty where the keyword speaks of the whole
 * @param at where it stands
 */
public record Clause(String keyword, String name, Formula formula, Location at) {}
