package okienko.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL's programs on their way out of their archive. */
class BinariesTest {

    @Test
    void twoOfficesThatUnpackAtTheSameTimeShareWhatTheFirstMade(@TempDir Path folder) throws Exception {
        try (var offices = Executors.newFixedThreadPool(2)) {
            Callable<Path> unpacking = () -> Binaries.unpack(folder);
            List<Future<Path>> unpacked = offices.invokeAll(List.of(unpacking, unpacking));
            assertThat(unpacked.get(0).get()).isEqualTo(unpacked.get(1).get());
            assertThat(unpacked.get(0).get().resolve("bin/postgres")).isExecutable();
        }
        try (var left = Files.list(folder)) {
            assertThat(left).as("nothing half unpacked stays behind").hasSize(1);
        }
    }
}
