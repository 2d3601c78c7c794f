package io.tidings.registry;

/**
 * What a registry asks of new schemas of a subject.
 *
 * @param normalize whether it brings texts into its normal form by itself
 */
public record SubjectPolicy(CompatibilityLevel level, boolean normalize) {}
