/**
 * Schemas of either family as one thing that people can read: types in words, fields, what else is known of them. Start at
 * {@link io.tidings.site.schema.Shapes}; a {@link io.tidings.site.schema.Shape} is immutable.
 */
@NullMarked
package io.tidings.site.schema;

import org.jspecify.annotations.NullMarked;
