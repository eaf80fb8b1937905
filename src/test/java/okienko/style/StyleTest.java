package okienko.style;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;

/** Names and borders inside the modules; {@link SourceTest} reads the sources themselves. */
class StyleTest {

    private static final JavaClasses WITH_TESTS = new ClassFileImporter().importPackages("okienko");

    private static final JavaClasses CODE = WITH_TESTS.that(describe("of the product", StyleTest::ofTheProduct));

    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Service|Impl|Manager|Helper|Utils?|Dto|DTO|Mapper|Entity|VO|Processor)");

    @Test
    void namesSayWhatTheTradeSays() {
        var empty = ours().filter(
                        type -> EMPTY_NAME.matcher(type.getSimpleName()).matches())
                .filter(type -> !type.getSimpleName().equals("DeliveryService")) // a courier's product, as couriers say
                .map(JavaClass::getName);
        assertThat(empty)
                .as("these names would fit any class (STYLE.md rule 5): name what it is in the office")
                .isEmpty();
    }

    @Test
    void aPublicTypeIsUsedByAnotherPackage() {
        Set<JavaClass> used = withTheirSignatures(WITH_TESTS.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> !packageOf(use.getOriginClass()).equals(packageOf(use.getTargetClass())))
                .map(Dependency::getTargetClass)
                .map(StyleTest::topLevel)
                .collect(toSet()));
        var idle = ours().filter(
                        type -> type.isTopLevelClass() && type.getModifiers().contains(PUBLIC))
                .filter(type -> !used.contains(type))
                .map(JavaClass::getName)
                .sorted();
        assertThat(idle)
                .as("public, though no other package uses them (STYLE.md rule 3): take \"public\" away")
                .isEmpty();
    }

    @Test
    void controllersAreClosed() {
        var open = ours().filter(type -> type.isMetaAnnotatedWith(Controller.class))
                .filter(type -> type.getModifiers().contains(PUBLIC))
                .map(JavaClass::getName);
        assertThat(open)
                .as("nobody calls a controller but Spring: take \"public\" away")
                .isEmpty();
    }

    @Test
    void threeLevelsAreEnough() {
        var deep =
                ours().filter(type -> packageOf(type).split("\\.").length > 3).map(JavaClass::getName);
        assertThat(deep).as("deeper than okienko.module.part").isEmpty();
    }

    @Test
    void nothingIsWiredUnderACondition() {
        var conditional = Stream.concat(
                        ours().filter(type -> type.isMetaAnnotatedWith(Conditional.class))
                                .map(JavaClass::getName),
                        ours().flatMap(type -> type.getMethods().stream())
                                .filter(method -> method.isMetaAnnotatedWith(Conditional.class))
                                .map(JavaMethod::getFullName))
                .toList();
        assertThat(conditional)
                .as(
                        "the build would answer the condition for good (docs/decisions/0014): ask the setting where it is used")
                .isEmpty();
    }

    private static boolean ofTheProduct(JavaClass type) {
        Location location = Location.of(type.getSource().orElseThrow().getUri());
        return new ImportOption.DoNotIncludeTests().includes(location);
    }

    /** Our classes but the generated ones, and not the entrance. */
    private static Stream<JavaClass> ours() {
        return CODE.stream()
                .filter(type -> !packageOf(type).equals("okienko"))
                .filter(type -> !packageOf(type).matches(".*\\.schema(\\..*)?"))
                .filter(type -> !type.getSimpleName().startsWith("Jte"))
                // the wiring that the build writes down
                .filter(type ->
                        !type.getName().contains("__") && !type.getName().contains("$$"))
                .filter(type -> !type.getSimpleName().equals("package-info"));
    }

    /** What is used shows what is in its signatures, so that is used too; and so on. */
    private static Set<JavaClass> withTheirSignatures(Set<JavaClass> used) {
        var all = new HashSet<>(used);
        var open = new ArrayDeque<>(used);
        while (!open.isEmpty()) {
            signatureOf(open.poll())
                    .filter(type -> type.getPackageName().startsWith("okienko"))
                    .map(StyleTest::topLevel)
                    .filter(all::add)
                    .forEach(open::add);
        }
        return all;
    }

    private static Stream<JavaClass> signatureOf(JavaClass type) {
        var itself = Stream.concat(
                Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream()),
                type.getSubclasses().stream().filter(sub -> topLevel(sub).equals(type)));
        var members = type.getCodeUnits().stream()
                .filter(unit -> !unit.getModifiers().contains(PRIVATE))
                .flatMap(unit -> Stream.concat(
                        unit.getReturnType().getAllInvolvedRawTypes().stream(),
                        unit.getParameterTypes().stream()
                                .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream())));
        var nested = CODE.stream()
                .filter(inner -> inner.getEnclosingClass().filter(type::equals).isPresent());
        return Stream.of(itself, members, nested.flatMap(StyleTest::signatureOf))
                .flatMap(all -> all);
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(StyleTest::topLevel).orElse(type);
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName();
    }
}
