package okienko.ordercontrol.api;

import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Shows the REST interface, to programs and to people; open to anybody, as there is nothing secret in it. */
@Controller
@PreAuthorize("permitAll()")
class ApiDescriptionController {

    private final ApiDescription description;

    ApiDescriptionController(ApiDescription description) {
        this.description = description;
    }

    @GetMapping("/api")
    ApiPage show() {
        String office = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return new ApiPage(description.operations(), office);
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String json() {
        return description.json();
    }

    @GetMapping(path = "/api/v1/openapi.yaml", produces = MediaType.APPLICATION_YAML_VALUE)
    @ResponseBody
    String yaml() {
        return description.yaml();
    }
}
