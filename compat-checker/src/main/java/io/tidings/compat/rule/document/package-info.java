/** Rules about the rest of a document: servers, security, bindings of other protocols, and words for people. */
@NullMarked
package io.tidings.compat.rule.document;

import org.jspecify.annotations.NullMarked;
