/**
 * Avro IDL ({@code .avdl}) as located trees: Avro's own parser says what a file means, its grammar says where. Start at {@link
 * io.tidings.asyncapi.idl.IdlReader}. Without state of its own, for any number of threads.
 */
@NullMarked
package io.tidings.asyncapi.idl;

import org.jspecify.annotations.NullMarked;
