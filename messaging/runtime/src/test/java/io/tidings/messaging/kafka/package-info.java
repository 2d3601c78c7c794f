/** Tests of what needs no broker; the contracts on a real one are run by messaging-testing, which stands above. */
@NullMarked
package io.tidings.messaging.kafka;

import org.jspecify.annotations.NullMarked;
