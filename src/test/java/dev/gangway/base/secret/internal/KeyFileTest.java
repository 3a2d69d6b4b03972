package dev.gangway.base.secret.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    Path directory;

    private KeyFile file() {
        return new KeyFile(directory.resolve("data/encryption.key"), new SecureRandom());
    }

    @Test
    void theKeyIsMadeOnceAndReadAgain() {
        assertThat(file().read()).isEmpty();

        String id = file().readOrCreate().id();

        assertThat(file().readOrCreate().id()).isEqualTo(id).startsWith("local-");
    }

    @Test
    void onlyTheOwnerReadsTheFile() throws IOException {
        file().readOrCreate();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path())))
                .isEqualTo("rw-------");
    }

    @Test
    void severalThatMakeTheKeyAtOnceGetTheSame() throws Exception {
        int count = 8;
        CyclicBarrier together = new CyclicBarrier(count);
        Callable<String> make = () -> {
            together.await();
            return file().readOrCreate().id();
        };
        try (var threads = Executors.newFixedThreadPool(count)) {
            List<String> ids = threads.invokeAll(java.util.Collections.nCopies(count, make)).stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(1);
        }
        try (var left = Files.list(directory.resolve("data"))) {
            assertThat(left).containsExactly(file().path());
        }
    }
}
