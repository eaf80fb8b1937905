package okienko.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The stream of signals to a browser (<a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">server-sent
 * events</a>). One virtual thread a stream writes and sleeps; a browser that stopped reading holds up nobody else.
 */
@Controller
class LiveController {

    private static final Duration LOOK = Duration.ofMillis(250);

    /** After news a stream is quiet for a while: at most two signals a second of one topic. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** A stream ends now and then, the browser comes back by itself: what has gone unnoticed is cleared away. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int MOST_STREAMS = 2_000;
    private static final int MOST_TOPICS = 60;

    private final AtomicInteger streams = new AtomicInteger();
    private final Live live;

    LiveController(Live live) {
        this.live = live;
    }

    @GetMapping(path = "/live")
    void stream(
            @RequestParam String topics,
            @RequestParam(defaultValue = "") String since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEvent,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        if (streams.incrementAndGet() > MOST_STREAMS) {
            streams.decrementAndGet();
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            // a proxy in front must not collect events
            response.setHeader("X-Accel-Buffering", "no");
            write(response.getWriter(), watched(topics), lastEvent == null ? since : lastEvent);
        } finally {
            streams.decrementAndGet();
        }
    }

    private void write(PrintWriter out, Set<String> watched, String since) throws InterruptedException {
        String position = since.isEmpty() ? live.position() : since;
        long end = System.nanoTime() + LONGEST.toNanos();
        long quietSince = System.nanoTime();
        out.write("retry: 2000\n: open\n\n");
        while (!out.checkError() && live.isRunning() && System.nanoTime() < end) {
            Live.News news = live.since(position, watched);
            if (!news.none()) {
                position = news.position();
                out.write(event(news));
                quietSince = System.nanoTime();
                Thread.sleep(out.checkError() ? Duration.ZERO : QUIET);
            } else if (System.nanoTime() - quietSince > HEARTBEAT.toNanos()) {
                // an empty event of a known name lets the browser notice when even the heart has stopped
                out.write("event: beat\ndata:\n\n");
                quietSince = System.nanoTime();
            } else {
                Thread.sleep(LOOK);
            }
        }
    }

    private static String event(Live.News news) {
        String name = news.everything() ? "resync" : "changed";
        return "id: " + news.position() + "\nevent: " + name + "\ndata: " + String.join(" ", news.topics()) + "\n\n";
    }

    private static Set<String> watched(String topics) {
        return Arrays.stream(topics.split("[ ,]+"))
                .filter(topic -> !topic.isEmpty())
                .limit(MOST_TOPICS)
                .collect(Collectors.toUnmodifiableSet());
    }
}
