/**
 * What remains of messages when everything around them fails: a service that is killed at named points, a broker that is
 * killed, a network that fails, groups that are rearranged; and one {@link io.tidings.testing.faults.Checker} that compares what
 * was acknowledged with what took effect. {@code docs/faults.md} says how to run and replay it.
 */
@NullMarked
package io.tidings.testing.faults;

import org.jspecify.annotations.NullMarked;
