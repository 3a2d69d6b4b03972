package dev.gangway.base.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.apache.tomcat.util.http.SameSiteCookies;
import org.apache.tomcat.util.http.ServerCookie;
import org.apache.tomcat.util.http.ServerCookies;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Gives the cookie that ties requests to the open pages of a browser the name that it should have over TLS, which Tomcat,
 * knowing one name for all requests, does not.
 */
@Component
class PageCookies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String NAME = "JSESSIONID";

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextCustomizers(context -> {
            Renaming renaming = new Renaming();
            renaming.setSameSiteCookies(SameSiteCookies.LAX.getValue());
            context.setCookieProcessor(renaming);
        });
    }

    private static final class Renaming extends Rfc6265CookieProcessor {

        @Override
        public String generateHeader(Cookie cookie, HttpServletRequest request) {
            String header = super.generateHeader(cookie, request);
            return cookie.getName().equals(NAME) && request.isSecure() ? CookieNames.HOST + header : header;
        }

        /** Told apart by the name alone: whether there is TLS is not known yet, but without it no browser has the prefix. */
        @Override
        public void parseCookieHeader(MimeHeaders headers, ServerCookies cookies) {
            super.parseCookieHeader(headers, cookies);
            for (int i = 0; i < cookies.getCookieCount(); i++) {
                ServerCookie cookie = cookies.getCookie(i);
                if (cookie.getName().equals(CookieNames.HOST + NAME)) {
                    cookie.getName().setString(NAME);
                }
            }
        }
    }
}
