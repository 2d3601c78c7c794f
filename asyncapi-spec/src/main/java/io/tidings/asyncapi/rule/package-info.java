/**
 * What is well formed and yet wrong. A rule is one small class, registered by one line in {@link
 * io.tidings.asyncapi.rule.Rules}; identifiers are those of the reference parser where it has the rule. Rules hold no state
 * and are safe for use by several threads.
 */
@NullMarked
package io.tidings.asyncapi.rule;

import org.jspecify.annotations.NullMarked;
