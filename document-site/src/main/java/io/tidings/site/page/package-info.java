/**
 * The pages of a site, section by section. {@link io.tidings.site.page.DocumentPage} tells of one document, {@link
 * io.tidings.site.page.IndexPage} of several. A section is a class that makes HTML of the model and knows no other section;
 * what they link to each other is in {@link io.tidings.site.page.Described}.
 */
@NullMarked
package io.tidings.site.page;

import org.jspecify.annotations.NullMarked;
