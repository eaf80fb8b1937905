package okienko.style;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What can be seen in the source text only: lengths, comments, clocks, catch-alls. */
class SourceTest {

    private static final int LINES_A_FILE = 300;
    private static final int LINES_A_METHOD = 40;
    private static final int TYPES_A_FOLDER = 20;

    private static final Set<String> CLOCKS = Set.of(
            "Instant.now",
            "LocalDate.now",
            "LocalDateTime.now",
            "LocalTime.now",
            "OffsetDateTime.now",
            "ZonedDateTime.now",
            "Year.now",
            "System.currentTimeMillis");

    private static final List<String> LONG_METHODS = new ArrayList<>();
    private static final List<String> CATCH_ALLS = new ArrayList<>();
    private static final List<String> OWN_CLOCKS = new ArrayList<>();
    private static final List<String> SILENT_TYPES = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var paths = Stream.concat(
                            Sources.under(Sources.PRODUCT, ".java").stream(),
                            Sources.under(Sources.TESTS, ".java").stream())
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(paths));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                boolean product = unit.getSourceFile().toUri().getPath().contains("/src/main/");
                new Reader(trees, unit, product).scan(unit, null);
            }
        }
    }

    @Test
    void filesAreShort() {
        var tooLong = Stream.of(Path.of("src/main"), Path.of("src/test"))
                .flatMap(folder -> Sources.under(folder, ".java", ".jte", ".js", ".sql").stream())
                .filter(file -> Sources.text(file).lines().count() > LINES_A_FILE);
        assertThat(tooLong)
                .as("longer than %s lines: split it where a reader would draw the line", LINES_A_FILE)
                .isEmpty();
    }

    @Test
    void methodsAreShort() {
        assertThat(LONG_METHODS)
                .as("longer than %s lines: give a step of it a name", LINES_A_METHOD)
                .isEmpty();
    }

    @Test
    void foldersAreSmall() {
        var counts = Sources.under(Sources.PRODUCT, ".java").stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(groupingBy(Path::getParent, TreeMap::new, counting()));
        counts.values().removeIf(count -> count <= TYPES_A_FOLDER);
        assertThat(counts)
                .as("more than %s types: make a part of the work a sub-folder", TYPES_A_FOLDER)
                .isEmpty();
    }

    @Test
    void everyMigrationOfADepartmentHasItsOwnVersion() {
        var versions = Sources.under(Sources.PRODUCT, ".sql").stream()
                .map(file ->
                        file.getParent() + "/" + file.getFileName().toString().replaceFirst("__.*", ""))
                .toList();
        assertThat(versions)
                .as("two hands took the same number: the later one takes the next")
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodyCatchesEverything() {
        assertThat(CATCH_ALLS)
                .as("catch what you can mend, let bugs fall (STYLE.md rule 16)")
                .isEmpty();
    }

    @Test
    void theTimeComesFromTheClock() {
        assertThat(OWN_CLOCKS)
                .as("ask the injected java.time.Clock, so that a test can set the time")
                .isEmpty();
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        assertThat(SILENT_TYPES).as("a public type needs a sentence of Javadoc").isEmpty();
    }

    @Test
    void everyFolderSaysWhatItIs() {
        var silent = Sources.under(Sources.PRODUCT, ".java").stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !folder.equals(Sources.PRODUCT))
                .filter(folder -> !saysWhatItIs(folder));
        assertThat(silent)
                .as("needs a package-info.java with one sentence, @NullMarked, and in a module @ApplicationModule")
                .isEmpty();
    }

    /** The tests' classes come first on the class path, so a package-info of theirs would hide the one with the borders. */
    @Test
    void noTestSpeaksForTheFolder() {
        assertThat(Sources.under(Sources.TESTS, "package-info.java"))
                .as("delete it: the product's package-info speaks for the tests of its folder too")
                .noneMatch(file -> Files.exists(Sources.PRODUCT.resolve(Sources.TESTS.relativize(file))));
    }

    private static boolean saysWhatItIs(Path folder) {
        Path file = folder.resolve("package-info.java");
        if (!Files.exists(file)) {
            return false;
        }
        String text = Sources.text(file);
        boolean module = Sources.PRODUCT.equals(folder.getParent());
        return text.startsWith("/**") && text.contains("NullMarked") && (!module || text.contains("ApplicationModule"));
    }

    /** Notes what breaks a rule, with file and line. */
    private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees trees;
        private final CompilationUnitTree unit;
        private final boolean product;

        Reader(DocTrees trees, CompilationUnitTree unit, boolean product) {
            this.trees = trees;
            this.unit = unit;
            this.product = product;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
            boolean topLevel = getCurrentPath().getParentPath().getLeaf() == unit;
            boolean open = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
            if (product && topLevel && open && trees.getDocComment(getCurrentPath()) == null) {
                SILENT_TYPES.add(place(type));
            }
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
            long lines = line(end(method)) - line(start(method)) + 1;
            if (lines > LINES_A_METHOD) {
                LONG_METHODS.add(place(method) + " " + method.getName() + " has " + lines);
            }
            return super.visitMethod(method, null);
        }

        @Override
        public @Nullable Void visitCatch(CatchTree handler, @Nullable Void none) {
            String caught = handler.getParameter().getType().toString();
            if (caught.equals("Exception") || caught.equals("Throwable")) {
                CATCH_ALLS.add(place(handler));
            }
            return super.visitCatch(handler, null);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
            if (product
                    && call.getArguments().isEmpty()
                    && CLOCKS.contains(call.getMethodSelect().toString())) {
                OWN_CLOCKS.add(place(call));
            }
            return super.visitMethodInvocation(call, null);
        }

        private String place(Tree tree) {
            return Path.of("")
                            .toAbsolutePath()
                            .relativize(Path.of(unit.getSourceFile().toUri())) + ":" + line(start(tree));
        }

        private long start(Tree tree) {
            return trees.getSourcePositions().getStartPosition(unit, tree);
        }

        private long end(Tree tree) {
            return trees.getSourcePositions().getEndPosition(unit, tree);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
