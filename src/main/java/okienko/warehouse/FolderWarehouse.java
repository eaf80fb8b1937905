package okienko.warehouse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Puts each message as a file into a folder the warehouse watches. The file appears whole under its final name, which
 * is made from the key, so that a repeat replaces it by the same.
 */
final class FolderWarehouse implements Warehouse {

    private final Path folder;
    private final FileFormat format;

    FolderWarehouse(Path folder, FileFormat format) {
        this.folder = folder;
        this.format = format;
    }

    @Override
    public Answer deliver(Handover handover) {
        String name = fileName(handover.key()) + format.extension();
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(name + ".part");
            Files.write(part, format.write(handover).getBytes(StandardCharsets.UTF_8));
            sync(part);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder);
            return new Answer.Accepted();
        } catch (IOException e) {
            return new Answer.Unavailable(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** Keys hold what channels send: everything that might leave the folder or upset a file system is escaped. */
    static String fileName(String key) {
        var name = new StringBuilder();
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '.');
            name.append(plain ? String.valueOf(c) : "_%02x".formatted((int) c));
        }
        return name.toString();
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
