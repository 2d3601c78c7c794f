/**
 * What Tidings tells a user about a document: values, never exceptions. Start at {@link
 * io.tidings.asyncapi.diagnostic.Diagnostic}. Immutable, safe for use by several threads.
 */
@NullMarked
package io.tidings.asyncapi.diagnostic;

import org.jspecify.annotations.NullMarked;
