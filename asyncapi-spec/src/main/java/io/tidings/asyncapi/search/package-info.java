/**
 * Finds documents: what users name as files, folders and globs becomes a list of files. Start at {@link
 * io.tidings.asyncapi.search.DocumentSearch}. Immutable and safe for use by several threads.
 */
@NullMarked
package io.tidings.asyncapi.search;

import org.jspecify.annotations.NullMarked;
