package dev.gangway.onboarding.website;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebsiteUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.org | https://example.org",
                "  Example.ORG/Path  | https://example.org/Path",
                "http://example.org | http://example.org",
                "HTTPS://example.org:443/a?b=c#d | https://example.org/a?b=c",
                "http://example.org:80/ | http://example.org/",
                "example.org:8443/x | https://example.org:8443/x",
                "localhost:8080/page | https://localhost:8080/page",
                "//example.org/x | https://example.org/x",
                "example.org. | https://example.org",
                "münchen.de/straße?q=ä | https://xn--mnchen-3ya.de/stra%C3%9Fe?q=%C3%A4",
                "https://faß.de | https://xn--fa-hia.de",
                "例え.テスト | https://xn--r8jz45g.xn--zckzah",
                "https://example.org/a%20b%zz | https://example.org/a%20b%25zz",
                "https://example.org/<x>\"{} | https://example.org/%3Cx%3E%22%7B%7D",
                "https://[2606:4700:4700::1111]/ | https://[2606:4700:4700::1111]/",
                "http://2130706433 | http://127.0.0.1",
                "http://0x7f.1/x | http://127.0.0.1/x",
                "http://0177.0.0.1 | http://127.0.0.1",
                "http://１２７.0.0.1 | http://127.0.0.1",
                "http://127。0。0。1 | http://127.0.0.1",
                "https://www.test | https://www.test",
            })
    void anAddressIsNormalised(String typed, String normalised) {
        assertThat(WebsiteUrl.parse(typed))
                .isInstanceOfSatisfying(
                        WebsiteUrl.Valid.class, valid -> assertThat(valid.url()).hasToString(normalised));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | missing",
                "'   ' | missing",
                "ftp://example.org | scheme",
                "javascript:alert(1) | scheme",
                "mailto:someone@example.org | scheme",
                "file:///etc/passwd | scheme",
                "data:text/html,x | scheme",
                "gopher://example.org | scheme",
                "https://user:secret@example.org | credentials",
                "https://example.org@127.0.0.1 | credentials",
                "user@example.org | credentials",
                "https:// | host",
                "https:///path | host",
                "https://intranet/ | host",
                "https://ex_ample.org | host",
                "https://-example-.org | host",
                "https://a..b.org | host",
                "https://[::1%25eth0]/ | host",
                "https://[1.2.3.4]/ | host",
                "https://[::ffff:999.1.1.1] | host",
                "https://1.2.3.4.5 | host",
                "https://256.1.1.1 | host",
                "https://4294967296 | host",
                "https://example.org:0 | port",
                "https://example.org:65536 | port",
                "https://example.org:port | host",
                "two words | characters",
                "https://example.org\\@127.0.0.1 | characters",
            })
    void anAddressThatCannotBeUsedSaysWhy(String typed, String problem) {
        assertThat(WebsiteUrl.parse(typed))
                .isInstanceOfSatisfying(
                        WebsiteUrl.Problem.class,
                        p -> assertThat(p.message().key()).isEqualTo("website.url." + problem));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/\r\nHost: x", "https://exa\u0000mple.org", "https://example.org/\u2028x"})
    void controlCharactersAreRefused(String typed) {
        assertThat(WebsiteUrl.parse(typed)).isInstanceOf(WebsiteUrl.Problem.class);
    }

    @Test
    void anAddressHasAtMostFiveHundredCharactersAlsoAfterEncoding() {
        assertThat(WebsiteUrl.parse("https://example.org/" + "a".repeat(480))).isInstanceOf(WebsiteUrl.Valid.class);
        assertThat(WebsiteUrl.parse("https://example.org/" + "a".repeat(481))).isInstanceOf(WebsiteUrl.Problem.class);
        assertThat(WebsiteUrl.parse("https://example.org/" + "ä".repeat(200))).isInstanceOf(WebsiteUrl.Problem.class);
    }
}
