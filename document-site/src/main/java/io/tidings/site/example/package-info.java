/**
 * Examples where a document has none: values made up from a schema, the same in each run. Start at {@link
 * io.tidings.site.example.Examples}. What cannot be made up for certain is left out rather than wrong.
 */
@NullMarked
package io.tidings.site.example;

import org.jspecify.annotations.NullMarked;
