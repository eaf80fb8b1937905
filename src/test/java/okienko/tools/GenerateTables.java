package okienko.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import okienko.database.EmbeddedPostgres;
import okienko.database.EmbeddedPostgres.Keeping;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/** Writes each module's table classes from its migrations, run on an empty database: {@code bin/schema}. */
final class GenerateTables {

    /** {@code args[0]}: the folder to write to, normally {@code src/generated/java}. */
    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("okienko-schema");
        try (var postgres = EmbeddedPostgres.start(home, Path.of(".cache/postgres"), Keeping.THROWAWAY)) {
            for (String module : modules()) {
                migrate(postgres, module);
                generate(postgres, module, args[0]);
            }
        }
    }

    private static List<String> modules() throws IOException {
        try (var folders = Files.list(Path.of("src/main/java/okienko"))) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("schema")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static void migrate(EmbeddedPostgres postgres, String module) {
        Flyway.configure()
                .dataSource(postgres.url(), postgres.user(), postgres.password())
                .table("flyway_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations("filesystem:src/main/java/okienko/" + module + "/schema")
                .load()
                .migrate();
    }

    private static void generate(EmbeddedPostgres postgres, String module, String folder) throws Exception {
        GenerationTool.generate(new Configuration()
                .withLogging(org.jooq.meta.jaxb.Logging.ERROR)
                .withJdbc(new Jdbc()
                        .withUrl(postgres.url())
                        .withUser(postgres.user())
                        .withPassword(postgres.password()))
                .withGenerator(new Generator()
                        .withDatabase(new Database().withInputSchema(module))
                        .withGenerate(tablesOnly())
                        .withTarget(new Target()
                                .withPackageName("okienko." + module + ".schema")
                                .withDirectory(folder))));
    }

    private static Generate tablesOnly() {
        return new Generate()
                .withRecords(false)
                .withGlobalCatalogReferences(false)
                .withGlobalSchemaReferences(false)
                .withComments(false)
                .withIndexes(false)
                .withKeys(false)
                .withRelations(false)
                .withImplicitJoinPathsToOne(false)
                .withImplicitJoinPathsToMany(false)
                .withImplicitJoinPathsManyToMany(false)
                .withWhereMethodOverrides(false)
                .withRenameMethodOverrides(false)
                .withAsMethodOverrides(false)
                .withJavadoc(false)
                .withDefaultCatalog(false)
                .withSequences(false)
                .withNullableAnnotation(true)
                .withNullableAnnotationType("org.jspecify.annotations.Nullable");
    }

    private GenerateTables() {}
}
