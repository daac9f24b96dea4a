package io.carat.api.axonserver;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.axoniq.axonserver.grpc.command.CommandSubscription;
import io.grpc.stub.StreamObserver;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The command service of the stand-in: the same key goes to the same client while the clients stay the same. */
final class StandInCommands extends CommandServiceGrpc.CommandServiceImplBase {

    private static final String NO_HANDLER = "AXONIQ-4000";
    private static final String HANDLER_LOST = "AXONIQ-4001";

    private final Map<String, TreeMap<String, Client>> handlers = new HashMap<>();
    private final Map<String, Pending> pending = new HashMap<>();
    private final Map<String, Set<String>> clientsByKey = new HashMap<>();

    private record Pending(Client client, StreamObserver<CommandResponse> caller) {}

    @Override
    public synchronized void dispatch(Command command, StreamObserver<CommandResponse> caller) {
        Client client = choose(command);
        if (client == null) {
            answer(caller, failure(command.getMessageIdentifier(), NO_HANDLER, "No handler for " + command.getName()));
            return;
        }
        pending.put(command.getMessageIdentifier(), new Pending(client, caller));
        clientsByKey.computeIfAbsent(key(command), key -> new HashSet<>()).add(client.id);
        client.send(CommandProviderInbound.newBuilder().setCommand(command).build());
    }

    private @Nullable Client choose(Command command) {
        List<Client> clients = List.copyOf(
                handlers.getOrDefault(command.getName(), new TreeMap<>()).values());
        return clients.isEmpty() ? null : clients.get(Math.floorMod(key(command).hashCode(), clients.size()));
    }

    private static String key(Command command) {
        return command.getProcessingInstructionsList().stream()
                .filter(instruction -> instruction.getKey() == ProcessingKey.ROUTING_KEY)
                .map(instruction -> instruction.getValue().getTextValue())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> outbound) {
        return new Client(outbound);
    }

    synchronized Set<String> clientsOf(String key) {
        return Set.copyOf(clientsByKey.getOrDefault(key, Set.of()));
    }

    synchronized void forgetClients() {
        handlers.clear();
        pending.clear();
    }

    private synchronized void subscribe(Client client, CommandSubscription subscription) {
        client.id = subscription.getClientId();
        handlers.computeIfAbsent(subscription.getCommand(), name -> new TreeMap<>())
                .put(client.id, client);
    }

    private synchronized void unsubscribe(Client client, String command) {
        handlers.getOrDefault(command, new TreeMap<>()).remove(client.id, client);
    }

    private synchronized void respond(CommandResponse response) {
        Pending waiting = pending.remove(response.getRequestIdentifier());
        if (waiting != null) {
            answer(waiting.caller(), response);
        }
    }

    private synchronized void lost(Client client) {
        handlers.values().forEach(clients -> clients.remove(client.id, client));
        pending.entrySet().removeIf(entry -> {
            boolean his = entry.getValue().client() == client;
            if (his) {
                answer(entry.getValue().caller(), failure(entry.getKey(), HANDLER_LOST, "Connection to handler lost"));
            }
            return his;
        });
    }

    private static void answer(StreamObserver<CommandResponse> caller, CommandResponse response) {
        caller.onNext(response);
        caller.onCompleted();
    }

    private static CommandResponse failure(String request, String code, String message) {
        return CommandResponse.newBuilder()
                .setRequestIdentifier(request)
                .setErrorCode(code)
                .setErrorMessage(ErrorMessage.newBuilder().setErrorCode(code).setMessage(message))
                .build();
    }

    /** One node that handles commands. */
    private final class Client implements StreamObserver<CommandProviderOutbound> {

        private final StreamObserver<CommandProviderInbound> outbound;
        private String id = "";

        Client(StreamObserver<CommandProviderInbound> outbound) {
            this.outbound = outbound;
        }

        @Override
        public void onNext(CommandProviderOutbound message) {
            switch (message.getRequestCase()) {
                case SUBSCRIBE -> subscribe(this, message.getSubscribe());
                case UNSUBSCRIBE -> unsubscribe(this, message.getUnsubscribe().getCommand());
                case COMMAND_RESPONSE -> respond(message.getCommandResponse());
                default -> {}
            }
            if (!message.getInstructionId().isEmpty()) {
                InstructionAck ack = InstructionAck.newBuilder()
                        .setInstructionId(message.getInstructionId())
                        .setSuccess(true)
                        .build();
                send(CommandProviderInbound.newBuilder().setAck(ack).build());
            }
        }

        synchronized void send(CommandProviderInbound message) {
            outbound.onNext(message);
        }

        @Override
        public void onError(Throwable failure) {
            lost(this);
        }

        @Override
        public void onCompleted() {
            lost(this);
            outbound.onCompleted();
        }
    }
}
