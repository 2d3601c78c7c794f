/** Rules about JSON Schema payloads: what a difference between two JSON Schemas means, with a value that shows it where one was found. */
@NullMarked
package io.tidings.compat.rule.json;

import org.jspecify.annotations.NullMarked;
