/** Tests of what the example services share. */
@NullMarked
package io.tidings.examples.support;

import org.jspecify.annotations.NullMarked;
