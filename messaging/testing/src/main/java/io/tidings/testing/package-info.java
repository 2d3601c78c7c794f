/**
 * For the tests of those who use Tidings. Start at {@link io.tidings.testing.TidingsExtension} for tests on real parts, and
 * at {@link io.tidings.testing.InMemoryTransport} for fast ones without any.
 */
@NullMarked
package io.tidings.testing;

import org.jspecify.annotations.NullMarked;
