/**
 * Static HTML of AsyncAPI documents, readable without a network. Start at {@link io.tidings.site.DocumentSite}.
 *
 * <p>Data flows one way: model → {@code schema}, {@code example}, {@code diagram} (what there is to show) → {@code page}
 * (sections) → {@code html} (text). Two runs give equal bytes. Everything public is immutable and safe for use by several
 * threads.
 */
@NullMarked
package io.tidings.site;

import org.jspecify.annotations.NullMarked;
