/**
 * Who sends what to whom, drawn. {@link io.tidings.site.diagram.FlowDiagram} shows one application among its channels,
 * {@link io.tidings.site.diagram.SystemDiagram} several applications. Everything stands in lanes, one below the other, so
 * that no lines cross and sixty channels are as legible as one; places follow from the order of the document alone.
 */
@NullMarked
package io.tidings.site.diagram;

import org.jspecify.annotations.NullMarked;
