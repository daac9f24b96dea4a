package io.carat.api;

import io.carat.api.startup.StartupLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The Carat server. */
@SpringBootApplication
public class CaratApplication {

    /** Starts the server; every setting is a Spring property, the usual ones are {@code server.port} and {@code carat.data}. */
    public static void main(String[] arguments) {
        try {
            SpringApplication.run(CaratApplication.class, arguments);
        } catch (RuntimeException e) {
            StartupLine.tellUnlessTold(e);
            throw e;
        }
    }
}
