/** Tests: the contracts on every transport, and what is particular to Kafka's. */
@NullMarked
package io.tidings.testing;

import org.jspecify.annotations.NullMarked;
