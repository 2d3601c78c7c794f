/**
 * What messages cost that belong to database transactions, on one PostgreSQL that waits for the disk and one broker, beside
 * Debezium's engine and what many write first: emptying the outbox, the wait from commit to consumer, writing the outbox's row,
 * and receiving once. Start at {@link io.tidings.benchmarks.transactional.Transactional}.
 */
@NullMarked
package io.tidings.benchmarks.transactional;

import org.jspecify.annotations.NullMarked;
