package okienko.connections.hooks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okienko.connections.Connection;
import okienko.connections.Connections;
import okienko.connections.Hook;
import okienko.connections.http.Ways;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where shops call: {@code POST /hooks/{connection}}. Answered as soon as the call is kept, since shops give a few seconds
 * and stop calling after some failures (WooCommerce five, Shopify eight; see their documentation of webhooks, read
 * 2026-11-22); what it means is looked up afterwards.
 */
@RestController
class HookDoor {

    private static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

    private final Connections connections;
    private final Hooks hooks;
    private final Ways ways;

    HookDoor(Connections connections, Hooks hooks, Ways ways) {
        this.connections = connections;
        this.hooks = hooks;
        this.ways = ways;
    }

    @PostMapping("/hooks/{id}")
    ResponseEntity<Void> called(@PathVariable long id, HttpServletRequest request) throws IOException {
        Optional<Connection> connection = connections.find(id);
        if (connection.isEmpty()) return ResponseEntity.notFound().build();
        byte[] body = request.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES)
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        var hook = new Hook(
                headers(request), Optional.ofNullable(request.getQueryString()).orElse(""), body);
        return switch (connection.get().kind().verify(ways.to(connection.get()), hook)) {
            case Hook.Verdict.Forged() ->
                ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
            case Hook.Verdict.Trial() -> ResponseEntity.ok().build();
            case Hook.Verdict.Genuine genuine -> {
                if (hooks.keep(connection.get(), hook, genuine)) connections.hurry(id);
                yield ResponseEntity.ok().build();
            }
        };
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) headers.put(name, request.getHeader(name));
        return headers;
    }
}
