/**
 * Whether every value that one JSON Schema lets its writers send is admitted by another: a search for a value that is sent and
 * refused. It ends with such a value, with the proof that there is none, or by naming the keyword it cannot decide. Start at
 * {@link io.tidings.compat.json.JsonReader}. A reader serves the comparison of two documents, by one thread; what it answers
 * is immutable.
 */
@NullMarked
package io.tidings.compat.json;

import org.jspecify.annotations.NullMarked;
