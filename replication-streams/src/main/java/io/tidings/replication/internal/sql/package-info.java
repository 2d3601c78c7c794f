/**
 * Not API: the driver that keeps a view's rows in PostgreSQL. Start at {@link
 * io.tidings.replication.internal.sql.SqlViewDriver}.
 *
 * <p>The instances of a service form a consumer group and share one table. A batch of records is one transaction: rows, typed
 * columns, index entries, counts, the offset of each partition, and the check that this instance still is who writes for it
 * (its epoch). Whatever happens in between, either all of that is there or nothing is. What stands on one connection is used by
 * one thread; everything else is safe for use by several.
 */
@NullMarked
package io.tidings.replication.internal.sql;

import org.jspecify.annotations.NullMarked;
