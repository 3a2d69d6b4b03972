package dev.gangway.privacy.internal;

import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import dev.gangway.base.UserId;
import dev.gangway.base.personal.PersonalData;
import dev.gangway.base.personal.PersonalFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes all files of all modules into one ZIP file, after a README that says what is what. */
@Component
public class ArchiveWriter {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_INSTANT.withZone(ZoneOffset.UTC);

    private final List<PersonalFile> files;
    private final Texts texts;
    private final ObjectWriter json;

    ArchiveWriter(List<PersonalData> owners, Texts texts, JsonMapper json) {
        this.files = owners.stream()
                .flatMap(owner -> owner.files().stream())
                .sorted(Comparator.comparing(PersonalFile::name))
                .toList();
        this.texts = texts;
        this.json = json.writerWithDefaultPrettyPrinter().without(StreamWriteFeature.AUTO_CLOSE_TARGET);
    }

    /** The files, by name. */
    public List<PersonalFile> files() {
        return files;
    }

    /** Writes the archive; inside a transaction that sees one moment. */
    public void write(UserId person, Locale locale, Instant now, OutputStream target) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(target))) {
            entry(zip, "README.txt", now);
            zip.write(readme(person, locale, now).getBytes(StandardCharsets.UTF_8));
            for (PersonalFile file : files) {
                entry(zip, file.name(), now);
                try (JsonGenerator generator = json.createGenerator(zip)) {
                    file.content().write(person, generator);
                }
            }
        }
    }

    private static void entry(ZipOutputStream zip, String name, Instant now) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(now.atOffset(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(entry);
    }

    private String readme(UserId person, Locale locale, Instant now) {
        StringBuilder readme = new StringBuilder();
        line(readme, texts.of(Message.of("personal.readme.title"), locale));
        line(readme, "");
        line(readme, texts.of(Message.of("personal.readme.about", person.value(), MOMENT.format(now)), locale));
        line(readme, texts.of(Message.of("personal.readme.form"), locale));
        line(readme, texts.of(Message.of("personal.readme.secrets"), locale));
        line(readme, "");
        for (PersonalFile file : files) {
            line(readme, file.name());
            line(readme, "    " + texts.of(file.about(), locale));
        }
        return readme.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append("\r\n"); // every system's simplest editor shows these as lines
    }
}
