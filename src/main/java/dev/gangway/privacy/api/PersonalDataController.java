package dev.gangway.privacy.api;

import dev.gangway.base.security.CurrentCaller;
import dev.gangway.privacy.PersonalArchive;
import dev.gangway.privacy.PersonalDataExports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out what is stored about the caller. */
@RestController
@RequestMapping("/api/users/me")
@Tag(name = "Personal data")
class PersonalDataController {

    private final PersonalDataExports exports;
    private final CurrentCaller caller;

    PersonalDataController(PersonalDataExports exports, CurrentCaller caller) {
        this.exports = exports;
        this.caller = caller;
    }

    @Operation(summary = "Everything that is stored about the caller, as one archive")
    @GetMapping("/export")
    void export(HttpServletResponse response) throws IOException {
        try (PersonalArchive archive = exports.export(caller.get().userId(), LocaleContextHolder.getLocale())) {
            response.setContentType(PersonalArchive.MEDIA_TYPE);
            response.setContentLengthLong(archive.size());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(archive.fileName())
                            .build()
                            .toString());
            archive.content().transferTo(response.getOutputStream());
        }
    }
}
