/**
 * Several services at once: who sends what to whom, and whether they understand each other. {@link
 * io.tidings.compat.landscape.Landscape} is the model, {@link io.tidings.compat.landscape.SystemReport} judges all of it, and
 * {@link io.tidings.compat.landscape.ImpactReport} says whom a change of one service breaks.
 *
 * <p>Data flows one way: documents → services and what they use → channels that they share → links from a sender to a
 * receiver → rules → findings. The rules are small classes, one for each thing that two documents can disagree about.
 * Everything public is immutable and safe for use by several threads.
 */
@NullMarked
package io.tidings.compat.landscape;

import org.jspecify.annotations.NullMarked;
