package io.carat.api.wiring;

import java.lang.management.ManagementFactory;
import org.springframework.core.env.Environment;

/** Who holds the claims on processors. */
final class NodeName {

    /** The setting that gives a node its name. */
    static final String SETTING = "carat.node-id";

    private static final String ONLY_NODE = "embedded";

    private NodeName() {}

    /**
     * The name that was set; else a fixed one on the embedded database, which has no other node, so that after a crash
     * the processors go on at once instead of after the claim's timeout; else one of this process.
     */
    static String of(Environment environment) {
        String name = environment.getProperty(SETTING, "");
        if (!name.isBlank()) {
            return name;
        }
        boolean embedded = environment.getProperty("spring.datasource.url", "").isBlank();
        return embedded ? ONLY_NODE : ManagementFactory.getRuntimeMXBean().getName();
    }
}
