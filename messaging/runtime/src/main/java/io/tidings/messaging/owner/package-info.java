/**
 * What the owner of entities offers to those who keep replicas of them: to say everything again ({@link
 * io.tidings.messaging.owner.Republish}), and checksums to compare with ({@link io.tidings.messaging.owner.ChecksumTable}).
 *
 * <p>It needs a sink and the owner's own rows, and knows neither broker nor database. What is published again bears the
 * version that the entity has, so that whoever guards by versions is not disturbed by hearing it twice. Values are immutable;
 * a {@link io.tidings.messaging.owner.Republish} is for one thread.
 */
@NullMarked
package io.tidings.messaging.owner;

import org.jspecify.annotations.NullMarked;
