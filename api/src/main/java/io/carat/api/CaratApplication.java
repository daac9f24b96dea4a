package io.carat.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The Carat server. */
@SpringBootApplication
public class CaratApplication {

    /** Starts the server; every setting is a Spring property, the usual ones are {@code server.port} and {@code carat.data}. */
    public static void main(String[] arguments) {
        SpringApplication.run(CaratApplication.class, arguments);
    }
}
