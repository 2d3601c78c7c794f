/**
 * Two major versions of a document in use at once: what generated publishers and subscribers of package {@code migration}
 * stand on. {@link io.tidings.messaging.majors.Majors} says which of the two are written or read; start at {@link
 * io.tidings.messaging.majors.MajorsWriter} for the sending side, at {@link io.tidings.messaging.majors.MajorsSubscription} for the
 * receiving side. All of it is safe for use by several threads.
 */
@NullMarked
package io.tidings.messaging.majors;

import org.jspecify.annotations.NullMarked;
