package io.tidings.sync.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;

/**
 * Something to say while registering a document.
 *
 * @param document the file of the document, whichever file the diagnostic points into
 */
public record Remark(String document, Diagnostic diagnostic) {}
