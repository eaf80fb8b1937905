package okienko.payments.notifications;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import okienko.payments.notifications.Provider.Heard;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where providers send notifications. Who sent it is told by the signature and not by a session; the body is read as it
 * came, since it is the bytes that are signed.
 */
@Controller
@PreAuthorize("permitAll()")
class ReceivingController {

    private static final int MAX_BYTES = 256 * 1024;
    private static final int LONGEST_SIGNATURE = 10_000;

    private final Accounts accounts;
    private final Notifications notifications;
    private final Cashier cashier;
    private final Confirmations confirmations;

    ReceivingController(Accounts accounts, Notifications notifications, Cashier cashier, Confirmations confirmations) {
        this.accounts = accounts;
        this.notifications = notifications;
        this.cashier = cashier;
        this.confirmations = confirmations;
    }

    @PostMapping("/notifications/{provider}/{account}")
    ResponseEntity<String> receive(
            @PathVariable String provider, @PathVariable String account, HttpServletRequest request)
            throws IOException {
        Optional<Provider> known = Providers.named(provider);
        Optional<Account> ours = accounts.find(account)
                .filter(each ->
                        known.isPresent() && each.provider().equals(known.get().name()));
        if (known.isEmpty() || ours.isEmpty()) return ResponseEntity.notFound().build();
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        Provider from = known.get();
        String header = from.signatureHeader();
        String signature = header.isEmpty() ? "" : Objects.requireNonNullElse(request.getHeader(header), "");
        if (body.length > MAX_BYTES || signature.length() > LONGEST_SIGNATURE) {
            return ResponseEntity.status(413).build();
        }
        long id = notifications.keep(ours.get(), body, signature);
        Heard heard = cashier.take(id, from, ours.get(), new Provider.Notice(body, signature));
        if (from.confirms()) Thread.ofVirtual().name("confirmations").start(confirmations::work);
        return switch (heard) {
            case Heard.Refused _ -> answer(from.refusal(), from.refused());
            case Heard.Later _ -> answer(503, from.refused());
            case Heard.Ignored _, Heard.Paid _ -> answer(200, from.understood());
        };
    }

    private static ResponseEntity<String> answer(int status, String body) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(body);
    }
}
