package io.tidings.compat.rule;

/**
 * What a rule says of itself.
 *
 * @param id kebab-case, stable, never reused
 * @param area what it looks at: {@code channel}, {@code operation}, {@code message}, {@code avro}, {@code kafka}, {@code
 *     document} or {@code version}
 * @param summary one sentence without a full stop
 * @param grid impact on the wire by role
 * @param source impact on generated code
 * @param hint the way out
 */
public record RuleInfo(String id, String area, String summary, Grid grid, Bump source, String hint) {}
