/**
 * What generated clients cost beside code that calls Kafka's clients itself, with the same codec, the same headers and the same
 * settings: publishing, subscribing, slow handlers, and requests with their replies.
 */
@NullMarked
package io.tidings.benchmarks.messaging;

import org.jspecify.annotations.NullMarked;
