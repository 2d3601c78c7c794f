/**
 * The {@code tidings} command: reads arguments, calls the libraries, prints what they say. Start at {@link
 * io.tidings.cli.Tidings}. One command object serves one run, on one thread.
 */
@NullMarked
package io.tidings.cli;

import org.jspecify.annotations.NullMarked;
