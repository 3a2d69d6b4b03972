package dev.gangway.base.ui;

import com.vaadin.flow.i18n.I18NProvider;
import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Gives pages the same words as the API, from {@link Texts}.
 *
 * <p>Each file {@code vaadin-i18n/translations_LANGUAGE.properties} is a language; adding one adds it to every page.
 */
@Component
public class PageTexts implements I18NProvider {

    private static final Logger LOG = LoggerFactory.getLogger(PageTexts.class);
    private static final String FILES = "classpath*:vaadin-i18n/translations_*.properties";

    private final transient Texts texts;
    private final List<Locale> languages;

    PageTexts(Texts texts) {
        this.texts = texts;
        this.languages = languages();
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return languages;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        try {
            return texts.of(Message.of(key, params), locale);
        } catch (NoSuchMessageException missing) {
            LOG.error("No text for {}", key);
            return key;
        }
    }

    private static List<Locale> languages() {
        try {
            Stream<Locale> others = Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .map(file -> Objects.requireNonNull(file.getFilename()))
                    .map(name -> name.substring(name.indexOf('_') + 1, name.indexOf('.')))
                    .map(tag -> Locale.forLanguageTag(tag.replace('_', '-')))
                    .sorted((a, b) -> a.toLanguageTag().compareTo(b.toLanguageTag()));
            return Stream.concat(Stream.of(Locale.ENGLISH), others).distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
