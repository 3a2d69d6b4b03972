package dev.gangway.base.ui;

import dev.gangway.base.Sha256;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.problem.WebProblems;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * Answers what failed before a page or an endpoint was reached, such as a query that is no text: a browser with a plain page,
 * which needs nothing that could fail too, and a program with a problem.
 */
@Controller
class ErrorAnswers implements ErrorController {

    private static final String STYLE =
            "body{font:1rem/1.6 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem}";
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; frame-ancestors 'none'; base-uri 'none'"
                    .formatted(Base64.getEncoder().encodeToString(Sha256.of(STYLE)));

    private final Problems problems;
    private final WebProblems programs;
    private final PageTexts texts;

    ErrorAnswers(Problems problems, WebProblems programs, PageTexts texts) {
        this.problems = problems;
        this.programs = programs;
        this.texts = texts;
    }

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemType type = ProblemType.of(status(request));
        if (!isOfBrowser(request)) {
            programs.write(request, response, type);
            return;
        }
        response.setStatus(type.status().value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // What fails early fails before the headers of pages are written.
        response.setHeader("Content-Security-Policy", POLICY);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.getOutputStream().write(page(type, request.getContextPath()).getBytes(StandardCharsets.UTF_8));
    }

    private String page(ProblemType type, String context) {
        ProblemDetail words = Objects.requireNonNull(problems.of(type).getBody());
        Locale reader = Locale.of(LocaleContextHolder.getLocale().getLanguage());
        Locale language = texts.getProvidedLocales().contains(reader) ? reader : Locale.ENGLISH;
        String title = escaped(String.valueOf(words.getTitle()));
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <h1>%s</h1>
                <p>%s</p>
                <p><a href="%s/">%s</a></p>
                </body>
                </html>
                """.formatted(
                        language.toLanguageTag(),
                        PageTitle.of(title),
                        STYLE,
                        title,
                        escaped(String.valueOf(words.getDetail())),
                        escaped(context),
                        escaped(texts.getTranslation("page.not_found.home", language)));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    /** Somebody who asks for this address by itself finds nothing. */
    private static HttpStatusCode status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND;
    }

    private static boolean isOfBrowser(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && !String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                        .startsWith(request.getContextPath() + "/api/");
    }
}
