/**
 * What to register: pure values made from documents, without a registry. Start at {@link
 * io.tidings.sync.plan.RegistrationPlan#of}. Everything is immutable and safe for use by several threads.
 */
@NullMarked
package io.tidings.sync.plan;

import org.jspecify.annotations.NullMarked;
