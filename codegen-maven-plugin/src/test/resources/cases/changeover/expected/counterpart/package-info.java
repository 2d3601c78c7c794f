/** Clients that Tidings generated from AsyncAPI documents. */
@NullMarked
package gen.counterpart;

import org.jspecify.annotations.NullMarked;
