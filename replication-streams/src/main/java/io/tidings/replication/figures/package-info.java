/**
 * What is measured of a view, once for all who show it: {@link io.tidings.replication.figures.Figure} says what there is, {@link
 * io.tidings.replication.figures.ViewFigures} what it is now. Safe for use by several threads.
 */
@NullMarked
package io.tidings.replication.figures;

import org.jspecify.annotations.NullMarked;
