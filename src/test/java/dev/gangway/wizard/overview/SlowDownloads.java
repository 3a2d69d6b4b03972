package dev.gangway.wizard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.UserId;
import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.OverviewQuery;
import dev.gangway.wizard.OverviewSort;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** As many exports as go on at once, of which nothing is read until they are closed. */
public final class SlowDownloads implements AutoCloseable {

    private final CountDownLatch begun = new CountDownLatch(OverviewCsv.MOST_AT_ONCE);
    private final CountDownLatch reading = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(OverviewCsv.MOST_AT_ONCE);
    private final List<Future<Boolean>> downloads;

    /** Returns once all of them have begun. */
    public SlowDownloads(OverviewCsv csv, UserId administrator) throws InterruptedException {
        OverviewQuery query = new OverviewQuery(OverviewFilter.NONE.withText("nobody at all"), OverviewSort.NEWEST);
        downloads = IntStream.range(0, OverviewCsv.MOST_AT_ONCE)
                .mapToObj(one -> threads.submit(() -> csv.write(administrator, query, new Unread())))
                .toList();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Reads them to their ends. */
    @Override
    public void close() {
        reading.countDown();
        for (Future<Boolean> download : downloads) {
            assertThat(download).succeedsWithin(30, TimeUnit.SECONDS).isEqualTo(true);
        }
        threads.shutdown();
    }

    private final class Unread extends OutputStream {

        private boolean hasBegun;

        @Override
        public void write(int piece) {
            if (!hasBegun) {
                hasBegun = true;
                begun.countDown();
            }
            try {
                reading.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
