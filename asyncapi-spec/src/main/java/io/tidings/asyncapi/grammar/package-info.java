/**
 * The shape of a document: which objects there are, which fields they have and of what kind, written as data in {@code
 * *.grammar} files beside this package. Start at {@link io.tidings.asyncapi.grammar.GrammarCheck}; the notation is
 * described at {@link io.tidings.asyncapi.grammar.GrammarFile}. A {@link io.tidings.asyncapi.grammar.Grammar} is immutable
 * and safe for use by several threads; a check belongs to one.
 */
@NullMarked
package io.tidings.asyncapi.grammar;

import org.jspecify.annotations.NullMarked;
