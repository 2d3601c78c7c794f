/**
 * A real browser for tests of pages, driven over the WebDriver protocol. Start at {@link io.tidings.embedded.browser.Driver};
 * Chromium and chromedriver must be on the path, and Jackson on the class path. One thread at a time.
 */
@NullMarked
package io.tidings.embedded.browser;

import org.jspecify.annotations.NullMarked;
