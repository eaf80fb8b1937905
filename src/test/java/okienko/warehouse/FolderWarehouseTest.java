package okienko.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWarehouseTest implements WarehouseContract {

    @TempDir
    Path temp;

    @Override
    public Warehouse open() {
        return new FolderWarehouse(temp.resolve("out"), FileFormat.JSON);
    }

    @Override
    public List<String> received() {
        return files().stream().map(FolderWarehouseTest::text).toList();
    }

    @Override
    public void breakDown() throws IOException {
        Files.writeString(temp.resolve("out"), "a file where the folder should be");
    }

    @Test
    void nothingHalfWrittenIsEverSeenUnderItsFinalName() {
        open().deliver(KUBEK);
        assertThat(files()).allMatch(file -> file.toString().endsWith(".json"));
    }

    @Test
    void aKeyCannotLeaveTheFolder() {
        assertThat(FolderWarehouse.fileName("web:../../etc/passwd:RELEASED:1"))
                .doesNotContain("/")
                .isEqualTo("web_3a.._2f.._2fetc_2fpasswd_3aRELEASED_3a1");
    }

    @Test
    void differentKeysNeverShareAFile() {
        assertThat(FolderWarehouse.fileName("a_b")).isNotEqualTo(FolderWarehouse.fileName("a:b"));
    }

    @Test
    void csvHasARowForEachLineOfTheOrder() {
        assertThat(FileFormat.CSV.write(KUBEK).lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("order.released,web:1001/ä:RELEASED:1,web,1001,Łucja Żak")
                .endsWith("A-1,\"Kubek; \"\"duży\"\"\",2,29.90");
    }

    private List<Path> files() {
        try (var files = Files.list(temp.resolve("out"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
