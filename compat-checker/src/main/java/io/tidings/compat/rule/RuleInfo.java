package io.tidings.compat.rule;

/**
 * What a rule says of itself.
 *
 * @param id kebab-case, stable, never reused
 * @param area what it looks at: {@code channel}, {@code operation}, {@code message}, {@code avro}, {@code kafka}, {@code
 *     document}, or of the gate {@code version}, {@code sunset}, {@code suppression}, {@code registry} or {@code base}
 * @param summary one sentence without a full stop
 * @param grid impact on the wire by role
 * @param source impact on generated code
 * @param hint the way out
 */
public record RuleInfo(String id, String area, String summary, Grid grid, Bump source, String hint) {

    /** A rule about the gate: no change of it has an impact. */
    static RuleInfo ofGate(String id, String area, String summary, String hint) {
        return new RuleInfo(id, area, summary, new Grid("-", "-"), Bump.NONE, hint);
    }
}
