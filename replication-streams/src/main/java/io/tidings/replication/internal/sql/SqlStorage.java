package io.tidings.replication.internal.sql;

import javax.sql.DataSource;

/**
 * Where to keep rows, and how.
 *
 * @param batch how many records a transaction takes at most
 * @param createsTables whether to create tables that are missing; else they are only looked at
 */
public record SqlStorage(DataSource database, int batch, boolean createsTables) {}
