/**
 * Not API: what a view's rows look like in PostgreSQL. Start at {@link
 * io.tidings.replication.internal.sql.layout.SqlSchema}, which prints the tables; {@link
 * io.tidings.replication.internal.sql.layout.RowColumns} fills their typed columns from a row's Avro bytes. No connection is
 * opened here. Everything is immutable and safe for use by several threads.
 */
@NullMarked
package io.tidings.replication.internal.sql.layout;

import org.jspecify.annotations.NullMarked;
