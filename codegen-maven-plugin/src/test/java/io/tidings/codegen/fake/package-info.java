/** Stand-ins for brokers, for the behaviour of generated clients. Start at {@link io.tidings.codegen.fake.FakeTransport}. */
@NullMarked
package io.tidings.codegen.fake;

import org.jspecify.annotations.NullMarked;
