package okienko;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Draws the maps in docs/maps; whoever changes a road commits the map too. */
@OfficeTest
class MapsTest {

    private static final Path MAPS = Path.of("docs/maps");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void theMapOfModulesIsTrue() throws IOException {
        var modules = ModulesTest.MODULES;
        String boxes = modules.stream()
                .map(module -> "[" + name(module) + "]")
                .sorted()
                .collect(joining("\n"));
        String arrows = modules.stream()
                .flatMap(module -> module.getDirectDependencies(modules)
                        .uniqueModules()
                        .map(other -> "[" + name(module) + "] --> [" + name(other) + "]"))
                .distinct()
                .sorted()
                .collect(joining("\n"));
        keep("modules.puml", "@startuml\n" + boxes + "\n\n" + arrows + "\n@enduml\n");
    }

    @Test
    void theMapOfRoutesIsTrue() throws IOException {
        keep(
                "routes.txt",
                routes.getHandlerMethods().entrySet().stream()
                        .filter(route ->
                                route.getValue().getBeanType().getName().startsWith("okienko."))
                        .flatMap(route -> lines(route.getKey(), route.getValue()))
                        .sorted()
                        .collect(joining("\n", "", "\n")));
    }

    @Test
    void theMapOfEventsIsTrue() throws IOException {
        Set<JavaClass> code = ModulesTest.MODULES.stream()
                .flatMap(module -> module.getBasePackage().stream())
                .collect(toSet());
        var told = code.stream()
                .filter(type -> type.isNestedClass()
                        && type.getEnclosingClass()
                                .orElseThrow()
                                .getSimpleName()
                                .endsWith("Event"))
                .map(type -> event(type) + " is told");
        var heard = code.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(EventListener.class))
                .flatMap(method -> method.getRawParameterTypes().stream().map(event -> heard(event, method)))
                .filter(line -> line.contains("Event"));
        keep("events.txt", Stream.concat(told, heard).sorted().distinct().collect(joining("\n", "", "\n")));
    }

    private static String heard(JavaClass event, JavaMethod listener) {
        return event(event) + " is heard by " + listener.getOwner().getName().replace("okienko.", "") + "#"
                + listener.getName();
    }

    private static String event(JavaClass type) {
        return type.getName().replace("okienko.", "").replace('$', '.');
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static Stream<String> lines(RequestMappingInfo route, HandlerMethod handler) {
        String methods = route.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .sorted()
                .collect(joining(","));
        String target = handler.getBeanType().getName().replace("okienko.", "") + "#"
                + handler.getMethod().getName();
        return route.getPatternValues().stream()
                .map(path -> "%-44s %-6s %s".formatted(path, methods.isEmpty() ? "any" : methods, target));
    }

    private static void keep(String name, String map) throws IOException {
        Path file = MAPS.resolve(name);
        String before = Files.exists(file) ? Files.readString(file) : "";
        Files.createDirectories(MAPS);
        Files.writeString(file, map);
        assertThat(map)
                .as("docs/maps/%s was out of date and has just been rewritten: commit it", name)
                .isEqualTo(before);
    }
}
