/**
 * Views that are spread over several instances, asked as one. Start at {@link io.tidings.replication.remote.EverywhereView}: it
 * asks the instance that holds a key, and all of them where rows of many keys are wanted, through {@link
 * io.tidings.replication.remote.Peers}. What an instance answers to another one is {@link
 * io.tidings.replication.remote.PeerAnswers}; the endpoint in {@code replication.http} listens for it. Rows travel as they are
 * stored, and only between instances of the same generation of a view, so that both ends read them alike. Safe for use by several
 * threads.
 */
@NullMarked
package io.tidings.replication.remote;

import org.jspecify.annotations.NullMarked;
