/**
 * Holds what is written about the house against the house: the picture in docs/architecture.md, the snippets in the README
 * and docs, and the rules that neither compiler nor formatter checks.
 */
@NullMarked
package io.tidings.architecture;

import org.jspecify.annotations.NullMarked;
