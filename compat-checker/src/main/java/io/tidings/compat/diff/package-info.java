/**
 * What differs between two documents, as typed values and without judgement. Start at {@link
 * io.tidings.compat.diff.Differences#between}. Things are matched by what they are on the wire (address, action, payload
 * name), so that moving or renaming them within the document is no difference, or a small one of its own kind. Everything
 * here is immutable and safe for use by several threads.
 */
@NullMarked
package io.tidings.compat.diff;

import org.jspecify.annotations.NullMarked;
