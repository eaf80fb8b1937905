package okienko.ordercontrol.api;

import java.util.Arrays;
import java.util.Map;
import okienko.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Tells a program what was wrong, with which field and value, and what to do: problem documents (RFC 9457). */
@RestControllerAdvice(assignableTypes = OrdersApi.class)
class ApiProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ApiRefusal why) {
        return switch (why) {
            case ApiRefusal.Parameter bad ->
                problem(
                        HttpStatus.BAD_REQUEST,
                        bad.field + " cannot be used.",
                        bad.remedy,
                        Map.of("field", bad.field, "value", bad.value));
            case ApiRefusal.Unknown unknown ->
                problem(
                        HttpStatus.NOT_FOUND,
                        "There is no order " + unknown.id + ".",
                        "Look it up with GET /api/v1/orders?channel=…&externalId=….",
                        Map.of("field", "id", "value", unknown.id));
            case ApiRefusal.VersionMissing ignored ->
                problem(
                        HttpStatus.PRECONDITION_REQUIRED,
                        "The request does not say which version of the order it was decided on.",
                        "Send the ETag of GET /api/v1/orders/{id} in the header If-Match.",
                        Map.of("field", "If-Match", "value", ""));
            case ApiRefusal.Stale stale ->
                problem(
                        HttpStatus.PRECONDITION_FAILED,
                        "The order has changed since that version.",
                        "Read the order again, decide on what it is now, and send its new ETag.",
                        Map.of("field", "If-Match", "version", stale.version));
            case ApiRefusal.Claimed claimed -> claimed(claimed);
            case ApiRefusal.Control control -> control(control);
        };
    }

    private static ResponseEntity<ProblemDetail> claimed(ApiRefusal.Claimed claimed) {
        return problem(
                HttpStatus.CONFLICT,
                claimed.agent + " is working on this order.",
                "Try again after " + claimed.until + ", or ask them to put it back.",
                Map.of("agent", claimed.agent, "until", claimed.until));
    }

    private static ResponseEntity<ProblemDetail> control(ApiRefusal.Control control) {
        boolean forbidden = control.code.startsWith("control.refused.only.");
        return problem(
                forbidden ? HttpStatus.FORBIDDEN : HttpStatus.UNPROCESSABLE_CONTENT,
                sentence(control.code),
                forbidden
                        ? "A program settles what every consultant may; let one who may settle this at the desk."
                        : "Read the order and its holds again; they say what can be done.",
                Map.of("code", control.code, "fields", control.fields));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unfit(MethodArgumentTypeMismatchException why) {
        Class<?> type = why.getRequiredType();
        String remedy = type != null && type.isEnum()
                ? "Use one of " + Arrays.toString(type.getEnumConstants()) + "."
                : "Send a whole number.";
        return problem(
                HttpStatus.BAD_REQUEST,
                why.getName() + " cannot be used.",
                remedy,
                Map.of("field", why.getName(), "value", String.valueOf(why.getValue())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException why) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "The body is not the JSON this address takes.",
                "Send an object as the API description shows it, with Content-Type: application/json.",
                Map.of("field", "body", "value", ""));
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String detail, String remedy, Map<String, Object> more) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("remedy", remedy);
        more.forEach(problem::setProperty);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String sentence(String code) {
        Words words = Words.here();
        return words.knows(code) ? words.say(code) : "Order control refuses: " + code + ".";
    }
}
