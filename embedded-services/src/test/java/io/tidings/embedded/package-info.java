/** Each service is started for real, does real work, and is looked for after its end. */
@NullMarked
package io.tidings.embedded;

import org.jspecify.annotations.NullMarked;
