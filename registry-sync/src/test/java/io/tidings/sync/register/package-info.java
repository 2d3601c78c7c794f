/** Tests of what is registered and downloaded. */
@NullMarked
package io.tidings.sync.register;

import org.jspecify.annotations.NullMarked;
