package io.carat.api.wiring;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.carat.api.wiring.Jar.Fill;
import io.carat.api.wiring.Jar.Filled;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
        final AtomicBoolean failing = new AtomicBoolean();
        final AtomicInteger failures = new AtomicInteger();
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
        if (trap.failing.get()) {
            trap.failures.incrementAndGet();
            throw new IllegalStateException("told to fail");
        }
    }
}
