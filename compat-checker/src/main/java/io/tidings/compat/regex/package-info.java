/**
 * Regular expressions as ECMA-262 reads them, as far as they describe regular languages: then it is decided whether there is a
 * text that some of them find and others do not. {@link io.tidings.compat.regex.Expression} is one of them, {@link
 * io.tidings.compat.regex.TextSearch} looks for the text. What looks around or refers back is no expression here. Everything is
 * immutable, but for a search.
 */
@NullMarked
package io.tidings.compat.regex;

import org.jspecify.annotations.NullMarked;
