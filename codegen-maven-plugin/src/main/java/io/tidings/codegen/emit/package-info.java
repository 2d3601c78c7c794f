/**
 * Writes a plan as Java sources, with JavaPoet, which is used nowhere else. Start at {@link
 * io.tidings.codegen.emit.ClientSources}. Emitters decide nothing: one per artefact, behind {@link
 * io.tidings.codegen.emit.Emitter}. Stateless, safe for use by several threads.
 */
@NullMarked
package io.tidings.codegen.emit;

import org.jspecify.annotations.NullMarked;
