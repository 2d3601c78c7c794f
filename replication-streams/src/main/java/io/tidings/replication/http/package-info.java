/**
 * Views over HTTP: for other instances of the service, for programs that are not in Java, for probes and monitoring, and as a page
 * for people. Start at {@link io.tidings.replication.http.ReplicaEndpoint}. It has no authentication and no encryption, and
 * listens on the loopback interface unless told otherwise. Everything here is safe for use by several threads.
 */
@NullMarked
package io.tidings.replication.http;

import org.jspecify.annotations.NullMarked;
