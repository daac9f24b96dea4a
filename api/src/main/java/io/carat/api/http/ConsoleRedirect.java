package io.carat.api.http;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Until there is a console, its address leads to the documentation of the API. */
@Hidden
@RestController
class ConsoleRedirect {

    @GetMapping("/ops")
    ResponseEntity<Void> console() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/swagger-ui"))
                .build();
    }
}
