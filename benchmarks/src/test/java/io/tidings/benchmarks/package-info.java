/** Tests: every benchmark still runs. */
@NullMarked
package io.tidings.benchmarks;

import org.jspecify.annotations.NullMarked;
