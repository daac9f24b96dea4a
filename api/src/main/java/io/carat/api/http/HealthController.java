package io.carat.api.http;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Short names beside the actuator's. */
@Controller
@Hidden
class HealthController {

    private final HealthEndpoint health;

    HealthController(HealthEndpoint health) {
        this.health = health;
    }

    /** The status in one word: 200 when UP, else 503. */
    @GetMapping("/health")
    ResponseEntity<Health> health() {
        HealthDescriptor descriptor = health.health();
        Status status = descriptor.getStatus();
        boolean up = status.equals(Status.UP);
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(new Health(status.getCode()));
    }

    /** The same as {@code /actuator/prometheus}. */
    @GetMapping("/metrics")
    String metrics() {
        return "forward:/actuator/prometheus";
    }

    record Health(String status) {}
}
