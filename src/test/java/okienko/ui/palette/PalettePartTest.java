package okienko.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import okienko.ui.PaletteSource;
import org.junit.jupiter.api.Test;

class PalettePartTest {

    @Test
    void whatACustomerWroteIsTextWhereverItStands() {
        var hit =
                new PaletteSource.Hit("user", "<b>Anna</b>", "\"><script>alert(1)</script>", "javascript:alert(1)\"x");
        var page = new PalettePart(List.of(hit));
        var drawn = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, getClass().getClassLoader(), "okienko")
                .render(page.template(), page, drawn);
        assertThat(drawn.toString()).contains("&lt;b&gt;Anna&lt;/b&gt;").doesNotContain("<script>", "javascript:");
    }
}
