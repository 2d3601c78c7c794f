/** Tests of what is registered and downloaded. */
@NullMarked
package io.tidings.sync.plan;

import org.jspecify.annotations.NullMarked;
