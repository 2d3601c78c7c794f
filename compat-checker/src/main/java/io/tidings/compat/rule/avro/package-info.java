/** Rules about Avro payloads and keys: what a difference between two Avro schemas means to those who resolve one with the other. */
@NullMarked
package io.tidings.compat.rule.avro;

import org.jspecify.annotations.NullMarked;
