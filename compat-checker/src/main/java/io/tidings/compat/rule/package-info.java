/**
 * What a difference means. Each rule is one small class with its metadata, registered by one line in its family; what a rule says depends on who uses the channel (role) and how long its messages live
 * (retention). Rules have no state and are safe for use by several threads.
 */
@NullMarked
package io.tidings.compat.rule;

import org.jspecify.annotations.NullMarked;
