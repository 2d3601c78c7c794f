/**
 * Makes one document of one that is spread over several files. Start at {@link io.tidings.asyncapi.bundle.Bundling}. For one
 * document and one thread.
 */
@NullMarked
package io.tidings.asyncapi.bundle;

import org.jspecify.annotations.NullMarked;
