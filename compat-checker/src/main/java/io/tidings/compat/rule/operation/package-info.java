/** Rules about operations and replies: what the described application does, and whom it answers. */
@NullMarked
package io.tidings.compat.rule.operation;

import org.jspecify.annotations.NullMarked;
