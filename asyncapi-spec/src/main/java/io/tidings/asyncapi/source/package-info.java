/**
 * The located tree: what a file says, with the line and column of every node. The only place that knows YAML. Nodes are
 * immutable and safe for use by several threads.
 */
@NullMarked
package io.tidings.asyncapi.source;

import org.jspecify.annotations.NullMarked;
