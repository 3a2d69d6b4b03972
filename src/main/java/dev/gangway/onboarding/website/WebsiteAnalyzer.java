package dev.gangway.onboarding.website;

import dev.gangway.base.Message;
import org.springframework.stereotype.Component;

/** Reads a website and proposes a style from it. */
@Component
public class WebsiteAnalyzer {

    /** Hears how far an analysis is. */
    public interface ProgressListener {
        /** So many per cent are done, and this is being done now. */
        void progress(int percent, Message stage);
    }

    /** What came of reading a website. */
    public sealed interface Analysis {}

    /** It was read. */
    public record Analysed(WebsiteMeasurement measurement, StyleProposal proposal) implements Analysis {}

    /** It could not be read. */
    public record NotAnalysed(Message message) implements Analysis {}

    /** Reads the page of an address. */
    public Analysis analyze(String url, ProgressListener listener) {
        return new NotAnalysed(Message.of("website.analysis.unexpected"));
    }
}
