/** All rules in one book: whom to ask about a change, and the page of each for people. */
@NullMarked
package io.tidings.compat.rulebook;

import org.jspecify.annotations.NullMarked;
