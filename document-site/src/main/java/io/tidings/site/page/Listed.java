package io.tidings.site.page;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.CheckReport;
import org.jspecify.annotations.Nullable;

/**
 * A document of a site.
 *
 * @param page the file name of its page
 * @param changes what a check against earlier versions came to; null where there was none
 */
public record Listed(
        AsyncApiDocument document, String page, @Nullable CheckReport changes) {}
