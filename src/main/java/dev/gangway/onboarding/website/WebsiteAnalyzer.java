package dev.gangway.onboarding.website;

import dev.gangway.base.Message;
import dev.gangway.onboarding.website.FetchResult.Failed;
import dev.gangway.onboarding.website.FetchResult.Fetched;
import dev.gangway.onboarding.website.FetchResult.Refused;
import org.springframework.stereotype.Component;

/** Reads a website, measures its text and proposes a style: the one entry point for the background job. */
@Component
public class WebsiteAnalyzer {

    /** Is told how far an analysis has come. */
    @FunctionalInterface
    public interface ProgressListener {

        /**
         * Is called before each stage and at the end.
         *
         * @param percent 0 to 100, never lower than before
         * @param stage what is being done now, in words without arguments
         */
        void progress(int percent, Message stage);
    }

    /** What became of an analysis. */
    public sealed interface Analysis {}

    /** The page was read and measured. */
    public record Analysed(WebsiteMeasurement measurement, StyleProposal proposal) implements Analysis {}

    /** There is nothing to measure, and why; the person may try again. */
    public record NotAnalysed(Message message) implements Analysis {}

    private static final int FETCHING = 10;
    private static final int MEASURING = 50;
    private static final int PROPOSING = 90;
    private static final int DONE = 100;

    private final WebsiteFetcher fetcher;
    private final TextMeasurement measurement;

    WebsiteAnalyzer(WebsiteFetcher fetcher, TextMeasurement measurement) {
        this.fetcher = fetcher;
        this.measurement = measurement;
    }

    /**
     * Analyses the page at an address; takes at most the fetch's time budget and a few seconds for measuring. Keeps no
     * state and may run any number of times.
     */
    public Analysis analyze(String url, ProgressListener progress) {
        return switch (WebsiteUrl.parse(url)) {
            case WebsiteUrl.Problem(Message message) -> new NotAnalysed(message);
            case WebsiteUrl.Valid(WebsiteUrl address) -> {
                progress.progress(FETCHING, Message.of("website.stage.fetching"));
                yield switch (fetcher.fetch(address)) {
                    case Refused(Message message) -> new NotAnalysed(message);
                    case Failed(Message message) -> new NotAnalysed(message);
                    case Fetched page -> measure(page, progress);
                };
            }
        };
    }

    private Analysis measure(Fetched page, ProgressListener progress) {
        progress.progress(MEASURING, Message.of("website.stage.measuring"));
        WebsiteMeasurement measured =
                measurement.measure(page.html(), page.uri().toString());
        if (measured.wordCount() == 0) {
            return new NotAnalysed(Message.of("website.analysis.no_text"));
        }
        progress.progress(PROPOSING, Message.of("website.stage.proposing"));
        StyleProposal proposal = StyleProposal.from(measured);
        progress.progress(DONE, Message.of("website.stage.done"));
        return new Analysed(measured, proposal);
    }
}
