package io.carat.api.wiring;

import io.carat.core.LedgerAssembly;
import io.carat.core.aggregate.AggregateAccess;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Makes beans of the ledger's command handlers, where Axon finds them. */
@Configuration(proxyBeanMethods = false)
@Import(CommandHandlerWiring.Registrar.class)
class CommandHandlerWiring {

    /** Registers every type of {@link LedgerAssembly#COMMAND_HANDLERS}. */
    static final class Registrar implements BeanRegistrar {

        @Override
        public void register(BeanRegistry registry, Environment env) {
            LedgerAssembly.COMMAND_HANDLERS.forEach(handler -> register(registry, handler));
        }

        private static <T> void register(BeanRegistry registry, LedgerAssembly.Handler<T> handler) {
            registry.registerBean(
                    handler.type(), spec -> spec.supplier(context -> handler.on(context.bean(AggregateAccess.class))));
        }
    }
}
