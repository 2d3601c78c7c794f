package io.tidings.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.baseline.Baseline;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class DocumentSiteTest {
    private static final BaseDocument OLD_PAYMENTS = Baseline.document("payments/old.yaml", Documents.FOLDER);

    @Test
    void oneDocumentIsOnePage() {
        assertThat(DocumentSite.of(List.of(Documents.payments()), List.of()).pages())
                .extracting(SitePage::name)
                .containsExactly("index.html");
    }

    @Test
    void severalDocumentsAreListed() {
        List<SitePage> pages = site().pages();
        assertThat(pages).extracting(SitePage::name).containsExactly("index.html", "payments.html", "shipping.html");
        assertThat(pages.get(0).content())
                .contains("<a href=\"payments.html\">Payments</a>", "<a href=\"shipping.html\">Shipping</a>");
    }

    @Test
    void documentsWithOneTitleHaveTwoPages() {
        AsyncApiDocument document = Documents.shipping();
        assertThat(DocumentSite.of(List.of(document, Documents.shipping()), List.of())
                        .pages())
                .extracting(SitePage::name)
                .containsExactly("index.html", "shipping.html", "shipping-2.html");
    }

    @Test
    void whoMeetsOnAChannelIsNamed() {
        String payments = site().pages().get(1).content();
        assertThat(payments).contains("<dt>To</dt><dd><a href=\"shipping.html\">Shipping</a></dd>");
    }

    @Test
    void aBaseIsMatchedToItsDocument() {
        List<SitePage> pages = DocumentSite.of(
                        List.of(Documents.shipping(), Documents.payments()), List.of(OLD_PAYMENTS))
                .pages();
        assertThat(pages.get(1).content()).doesNotContain("id=\"changes\"");
        assertThat(pages.get(2).content())
                .contains(
                        "id=\"changes\"",
                        "major changes since 1.3.0",
                        "Field digest is new and has no default",
                        "Give the field a default");
    }

    @Test
    void aBaseOfNoneOfThemIsTold() {
        List<AsyncApiDocument> strangers = List.of(Documents.shipping(), Documents.shipping());
        assertThatThrownBy(() -> DocumentSite.of(strangers, List.of(OLD_PAYMENTS)))
                .isInstanceOf(StrayBaseException.class)
                .hasMessageContaining("payments/old.yaml")
                .hasMessageContaining("Payments");
    }

    @Test
    void bytesAreEqualElsewhere() {
        List<SitePage> here = site().pages();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(site().pages()).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static DocumentSite site() {
        return DocumentSite.of(List.of(Documents.payments(), Documents.shipping()), List.of());
    }
}
