/**
 * What serialization costs, and reading a document, beside named peers that do the same work. Start at {@link io.tidings.benchmarks.Measure}; how to
 * read the figures stands in {@code docs/performance.md}.
 */
@NullMarked
package io.tidings.benchmarks;

import org.jspecify.annotations.NullMarked;
