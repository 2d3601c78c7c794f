/**
 * What every transport promises, as tests: extend the contracts and give them a {@link
 * io.tidings.testing.contract.BrokerUnderTest}. Who adds a transport has done so when these pass.
 */
@NullMarked
package io.tidings.testing.contract;

import org.jspecify.annotations.NullMarked;
