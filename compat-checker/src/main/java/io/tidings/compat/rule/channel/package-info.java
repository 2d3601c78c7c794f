/** Rules about channels and what Kafka keeps of them: addresses, parameters, topics and their settings. */
@NullMarked
package io.tidings.compat.rule.channel;

import org.jspecify.annotations.NullMarked;
