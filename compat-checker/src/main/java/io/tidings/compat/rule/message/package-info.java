/** Rules about messages beside their payload: which messages there are, their headers, where their identifiers stand. */
@NullMarked
package io.tidings.compat.rule.message;

import org.jspecify.annotations.NullMarked;
