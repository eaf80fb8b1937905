package okienko.ui.palette;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import okienko.ui.Front;
import okienko.ui.PaletteSource;
import okienko.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers the command palette while somebody types. */
@Controller
class PaletteController {

    private static final int LIMIT = 8;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;

    private final Front front;
    private final List<PaletteSource> sources;

    PaletteController(Front front, List<PaletteSource> sources) {
        this.front = front;
        this.sources = List.copyOf(sources);
    }

    @GetMapping("/palette")
    PalettePart find(@RequestParam(name = "q", defaultValue = "") String query) {
        String typed = query.strip();
        if (typed.length() > LONGEST) {
            return new PalettePart(List.of());
        }
        Stream<PaletteSource.Hit> found = typed.length() < SHORTEST
                ? Stream.of()
                : sources.stream().flatMap(source -> source.find(typed, LIMIT).stream());
        return new PalettePart(Stream.concat(found, areas(typed)).toList());
    }

    private Stream<PaletteSource.Hit> areas(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return front.areas().stream()
                .map(area -> new PaletteSource.Hit(area.icon(), Words.t("area." + area.key()), "", area.path()))
                .filter(hit -> hit.title().toLowerCase(Words.locale()).contains(wanted));
    }
}
