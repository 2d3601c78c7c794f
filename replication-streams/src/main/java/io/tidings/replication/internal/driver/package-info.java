/**
 * What every driver of a view has in common, and the seam behind which they stand: {@link
 * io.tidings.replication.internal.driver.ViewDriver}. A driver brings messages from the channels; {@link
 * io.tidings.replication.internal.driver.Applier} makes rows of them; {@link
 * io.tidings.replication.internal.driver.RowTable} keeps the rows; {@link io.tidings.replication.internal.driver.Rows} reads
 * them.
 */
@NullMarked
package io.tidings.replication.internal.driver;

import org.jspecify.annotations.NullMarked;
