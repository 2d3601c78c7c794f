/**
 * The generations of a view: the one that answers, and perhaps one that is built beside it and takes its place. Start at {@link
 * io.tidings.replication.internal.generations.ViewGenerations}.
 *
 * <p>{@link io.tidings.replication.internal.generations.SwapPlan} decides, without doing anything; a {@link
 * io.tidings.replication.internal.generations.Manifest} says what was decided, and is written before it is done. So whoever is
 * killed at any step goes on from there.
 */
@NullMarked
package io.tidings.replication.internal.generations;

import org.jspecify.annotations.NullMarked;
