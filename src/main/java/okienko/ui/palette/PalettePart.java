package okienko.ui.palette;

import java.util.List;
import okienko.ui.Page;
import okienko.ui.PaletteSource;

/** The lines found for what was typed so far. */
record PalettePart(List<PaletteSource.Hit> hits) implements Page {}
