/**
 * Projects as users have them ({@code src/it}), built by a Maven of their own with the plugin as it has been packaged. Start at
 * {@code UserProjectsIT}.
 */
@NullMarked
package io.tidings.codegen.build;

import org.jspecify.annotations.NullMarked;
