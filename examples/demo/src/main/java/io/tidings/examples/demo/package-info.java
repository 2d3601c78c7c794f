/**
 * Runs the three food-delivery services on real parts and shows, step by step, what Tidings does. Start at {@link
 * io.tidings.examples.demo.Demo}.
 */
@NullMarked
package io.tidings.examples.demo;

import org.jspecify.annotations.NullMarked;
