/**
 * The schema registry as a remote proxy. Start at {@link io.tidings.registry.SchemaRegistry#connect}. Speaks the Confluent
 * Schema Registry API, whoever answers it; knows nothing of Kafka. Implementations are safe for use by several threads.
 */
@NullMarked
package io.tidings.registry;

import org.jspecify.annotations.NullMarked;
