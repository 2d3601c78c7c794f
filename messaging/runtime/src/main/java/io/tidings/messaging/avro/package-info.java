/**
 * What generated codecs stand on: primitives of Avro's binary encoding over byte arrays, and where the codec of a record class
 * is found. Start at {@link io.tidings.messaging.avro.RecordCodec}. Codecs are safe for use by several threads; an input or
 * output belongs to one thread at a time.
 */
@NullMarked
package io.tidings.messaging.avro;

import org.jspecify.annotations.NullMarked;
