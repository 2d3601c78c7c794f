/**
 * What the example services share and Tidings does not bring: settings, HTTP with JSON, a pool, and a main loop. Plain JDK and
 * well-known libraries; a real service would use what its team uses.
 */
@NullMarked
package io.tidings.examples.support;

import org.jspecify.annotations.NullMarked;
