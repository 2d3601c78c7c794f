/**
 * The version-neutral model of a document, in the terms of AsyncAPI 3.x. Start at {@link
 * io.tidings.asyncapi.model.AsyncApiDocument}. References are resolved, and identity is kept: an operation's channel is the
 * very object that the document's channels hold. Immutable, safe for use by several threads.
 */
@NullMarked
package io.tidings.asyncapi.model;

import org.jspecify.annotations.NullMarked;
