/**
 * HTML as values: texts are escaped where they are written, so that nobody can forget it. Start at {@link
 * io.tidings.site.html.Html}; prose in CommonMark goes through {@link io.tidings.site.html.Prose}. For one thread.
 */
@NullMarked
package io.tidings.site.html;

import org.jspecify.annotations.NullMarked;
