/**
 * A landscape of services, drawn: who sends what to whom. Start at {@link io.tidings.site.landscape.LandscapeSite}.
 *
 * <p>Channels with the same senders and receivers share a box; a reply stands in the box of its request. Services stand in
 * layers from left to right, boxes between them, so that most arrows point to the right; lines cross as seldom as a few sweeps
 * can arrange. Places follow from the order of the documents alone. Everything public is immutable and safe for use by several
 * threads.
 */
@NullMarked
package io.tidings.site.landscape;

import org.jspecify.annotations.NullMarked;
