/** Clients that Tidings generated from AsyncAPI documents. */
@NullMarked
package gen.application;

import org.jspecify.annotations.NullMarked;
