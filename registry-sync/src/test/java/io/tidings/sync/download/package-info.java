/** Tests of what is registered and downloaded. */
@NullMarked
package io.tidings.sync.download;

import org.jspecify.annotations.NullMarked;
