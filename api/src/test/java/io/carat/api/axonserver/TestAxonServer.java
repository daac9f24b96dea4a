package io.carat.api.axonserver;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Axon Server that tests use: the one given from outside, else the stand-in. */
public final class TestAxonServer {

    /** The property, or as a variable {@code CARAT_TEST_AXONSERVER}, that gives one as {@code host:port}. */
    public static final String GIVEN = "carat.test.axonserver";

    private static @Nullable StandInAxonServer standIn;

    private TestAxonServer() {}

    /** The address in a system property, else in the environment variable of the same name; empty if neither is set. */
    public static Optional<String> given(String property) {
        return Optional.ofNullable(System.getProperty(property, System.getenv(variable(property))))
                .filter(address -> !address.isBlank());
    }

    /** How a property is called as an environment variable. */
    public static String variable(String property) {
        return property.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The given one, else a stand-in for all tests of this JVM. Either may hold events of other tests. */
    public static synchronized String address() {
        return given(GIVEN).orElseGet(TestAxonServer::standIn);
    }

    private static String standIn() {
        if (standIn == null) {
            standIn = StandInAxonServer.start();
        }
        return standIn.address();
    }
}
