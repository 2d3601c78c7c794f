/** Tests of what is registered and downloaded. */
@NullMarked
package io.tidings.sync;

import org.jspecify.annotations.NullMarked;
