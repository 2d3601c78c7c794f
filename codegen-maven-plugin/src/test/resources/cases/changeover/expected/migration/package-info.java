/** What turns messages of one major version into those of another: Tidings generated it from AsyncAPI documents. */
@NullMarked
package gen.application.migration;

import org.jspecify.annotations.NullMarked;
