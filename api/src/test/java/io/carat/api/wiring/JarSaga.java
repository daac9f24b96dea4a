package io.carat.api.wiring;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.carat.api.wiring.Jar.Fill;
import io.carat.api.wiring.Jar.Filled;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;

/** Adds up what is filled into a jar, and at 10 fills the lid jar; fails first if told to. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public class JarSaga {

    static final String LID = "lid-of-";

    /** A bean, as handlers get beans: by parameter. */
    static final class Switch {

        private final Map<String, Integer> failures = new ConcurrentHashMap<>();
        private final Set<String> failing = ConcurrentHashMap.newKeySet();

        void failOn(String jarId) {
            failing.add(jarId);
        }

        void succeedOn(String jarId) {
            failing.remove(jarId);
        }

        int failuresOf(String jarId) {
            return failures.getOrDefault(jarId, 0);
        }

        private void failIfTold(String jarId) {
            if (failing.contains(jarId)) {
                failures.merge(jarId, 1, Integer::sum);
                throw new IllegalStateException("told to fail");
            }
        }
    }

    private int total;

    @StartSaga
    @SagaEventHandler(associationProperty = "jarId")
    void on(Filled filled, CommandGateway commands, Switch trap) throws Exception {
        if (filled.jarId().startsWith(LID)) {
            SagaLifecycle.end();
            return;
        }
        total += filled.amount();
        if (total >= 10) {
            Object answer = commands.send(new Fill(LID + filled.jarId(), total)).get(10, TimeUnit.SECONDS);
            if (!"filled".equals(answer)) {
                throw new IllegalStateException("unexpected answer " + answer);
            }
        }
        trap.failIfTold(filled.jarId());
    }
}
