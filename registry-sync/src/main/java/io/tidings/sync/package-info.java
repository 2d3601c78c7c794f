/**
 * Keeps a schema registry and a source tree in step. {@link io.tidings.sync.plan.RegistrationPlan#of} says what documents
 * would register, {@link io.tidings.sync.register.Registration} does it, {@link io.tidings.sync.download.Download} brings
 * schemas back as files; this package says how the registry is reached. For one thread each, unless said otherwise.
 */
@NullMarked
package io.tidings.sync;

import org.jspecify.annotations.NullMarked;
