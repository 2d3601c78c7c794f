/** A real browser, driven over the WebDriver protocol. */
package io.tidings.site.browser;
