/**
 * Decides what is generated: names, collisions, types. Start at {@link io.tidings.codegen.plan.Planner#plan}: it turns a
 * document into an immutable {@link io.tidings.codegen.plan.GenerationPlan}, and says as diagnostics what a document asks
 * for that cannot be generated. Knows neither JavaPoet nor Maven; values are safe for use by several threads.
 */
@NullMarked
package io.tidings.codegen.plan;

import org.jspecify.annotations.NullMarked;
