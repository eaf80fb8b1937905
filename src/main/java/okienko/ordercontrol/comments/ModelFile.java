package okienko.ordercontrol.comments;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Trains the model from the examples beside this class and writes it: what {@code bin/comments} runs. */
final class ModelFile {

    private ModelFile() {}

    /** Usage: FILE. */
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("bin/comments: the file to write is missing: name it");
            System.exit(2);
        }
        List<Example> examples = Example.training();
        Model model = Training.train(examples, Calibration.threshold(examples));
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[0]))) {
            model.write(out);
        }
        System.err.printf(
                "bin/comments: %,d examples, threshold %.4f, version %s%n",
                examples.size(), model.threshold(), model.version());
    }
}
