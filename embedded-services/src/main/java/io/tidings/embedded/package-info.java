/**
 * Kafka, Apicurio Registry and PostgreSQL for tests and examples, as real as they come: a KRaft broker inside this JVM, the
 * other two as child processes that cannot outlive it. Start at {@link io.tidings.embedded.EmbeddedServices}, or at {@link
 * io.tidings.embedded.KafkaBroker}, {@link io.tidings.embedded.ApicurioRegistry} and {@link
 * io.tidings.embedded.PostgresServer} if you need only one. All public classes are safe for use by several threads. Needs a
 * POSIX {@code sh}; Linux and macOS, no containers.
 */
@NullMarked
package io.tidings.embedded;

import org.jspecify.annotations.NullMarked;
