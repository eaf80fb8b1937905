package okienko.ui.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import okienko.ui.Words;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers whatever went wrong before or in a controller. The failure itself was logged where it happened. */
@Controller
class ErrorsController implements ErrorController {

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ErrorPage page(HttpServletRequest request) {
        HttpStatus status = status(request);
        return switch (kind(status, request)) {
            case "not-found" -> new ErrorPage(status, "not-found", "search-x");
            case "stale" -> new ErrorPage(status, "stale", "clock-alert");
            case "forbidden" -> new ErrorPage(status, "forbidden", "lock");
            case "refused" -> new ErrorPage(status, "refused", "circle-alert");
            default -> new ErrorPage(status, "broken", "unplug");
        };
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        HttpStatus status = status(request);
        var problem = ProblemDetail.forStatusAndDetail(status, Words.t("ui.error." + kind(status, request) + ".text"));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String kind(HttpStatus status, HttpServletRequest request) {
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return "stale";
        }
        return switch (status) {
            case NOT_FOUND -> "not-found";
            case FORBIDDEN, UNAUTHORIZED -> "forbidden";
            default -> status.is4xxClientError() ? "refused" : "broken";
        };
    }

    private static HttpStatus status(HttpServletRequest request) {
        HttpStatus known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : null;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }
}
