package okienko.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateTextTest {

    @Test
    void wordsAndValuesAreNoText() {
        assertThat(literals("""
                @import static okienko.ui.Words.t
                @param Orders orders
                <%-- A comment --%>
                @for(var order : orders.all("Held"::equals))<td class="wide open">${order.number()} – ${t("orders.of", "x")}</td>@endfor
                """)).containsExactly("Held");
        assertThat(literals("@template.ui.layout(title = t(\"a.b\"), content = @`<p>${t(\"c\")}</p>`)"))
                .isEmpty();
        assertThat(literals("<kbd>Shift</kbd> &nbsp; <i data-x=\"Some\"></i> Okienko"))
                .isEmpty();
    }

    @Test
    void whatIsReadOrHeardIsText() {
        assertThat(literals("<p>Held orders</p>")).containsExactly("Held orders");
        assertThat(literals("@if(open)<b>open</b>@else shut @endif")).containsExactlyInAnyOrder("shut", "open");
        assertThat(literals("<input placeholder=\"your name\">")).containsExactly("your name");
        assertThat(literals("@template.ui.layout(title = \"Held orders\", content = @`<p>none yet</p>`)"))
                .containsExactly("none yet", "Held orders");
    }

    private static java.util.List<String> literals(String template) {
        return new TemplateText(template).literals();
    }
}
