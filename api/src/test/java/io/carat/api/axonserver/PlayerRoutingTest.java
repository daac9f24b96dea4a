package io.carat.api.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.bet.BetCommand.RollbackBet;
import io.carat.core.bet.BetEvent.BetTombstoned;
import io.carat.core.bet.ProviderCallback.TakeBack;
import io.carat.core.bucket.ActivateRequirement;
import io.carat.core.bucket.BucketKey;
import io.carat.core.catalogue.CatalogueCommand.ReadProvider;
import io.carat.core.configuration.ConfigurationCommand.RegisterProvider;
import io.carat.core.configuration.ReadActiveTopology;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import io.carat.core.deposit.CreditDeposit;
import io.carat.core.money.Money;
import io.carat.core.policy.PolicyRef;
import io.carat.core.session.OpenGameSession;
import io.carat.core.topology.TopologyRef;
import io.carat.core.transfer.MakeTransfer;
import io.carat.core.transfer.ReadTransfer;
import io.carat.core.transfer.TransferEnds;
import io.carat.core.transfer.TransferEvent.TransferMade;
import io.carat.core.wallet.ReadPlayable;
import io.carat.core.wallet.ReadWallet;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One player's commands have one key, whatever they name. */
class PlayerRoutingTest {

    private static final RequestKey REQUEST = new RequestKey("key", "fingerprint");

    private final StoreOnAxonServer node = new StoreOnAxonServer(TestAxonServer.address());
    private final PlayerRouting routing = new PlayerRouting(new StreamOwners(node.store));
    private final String bet = "acme.bet." + UUID.randomUUID().toString().replace("-", "");

    @AfterEach
    void close() {
        node.close();
    }

    private String key(Object command) {
        return routing.getRoutingKey(GenericCommandMessage.asCommandMessage(command));
    }

    @Test
    void commandsOfAPlayerGoTogether() {
        Money amount = new Money(100, "KRW");
        assertThat(key(new CreditDeposit(REQUEST, "acme", "p1", "SPORTS_NORMAL", amount, "ref")))
                .isEqualTo("acme:p1");
        assertThat(key(new ReadWallet("acme", "p1", "KRW"))).isEqualTo("acme:p1");
        String bucket = new BucketKey("acme", "p1", "KRW", "T", "B").bucketId();
        assertThat(key(new ActivateRequirement(bucket, "r1"))).isEqualTo("acme:p1");
        assertThat(key(new TakeBack("acme", "p1", "generic", null, "b1", null, null, null, "t1")))
                .isEqualTo("acme:p1");
        assertThat(key(new OpenGameSession("acme", "p1", "KRW", "generic", "digest", Instant.EPOCH)))
                .isEqualTo("acme:p1");
        assertThat(key(new MakeTransfer(REQUEST, "acme", "p1", TransferEnds.ofBuckets("A", "B"), amount)))
                .isEqualTo("acme:p1");
        assertThat(key(new ReadPlayable("acme", "p1", "generic", null, null, null)))
                .isEqualTo("acme:p1");
        assertThat(key(new ReadWallet("other", "p1", "KRW"))).isNotEqualTo("acme:p1");
    }

    @Test
    void aCommandThatNamesABetGoesToItsPlayer() {
        RollbackBet rollback = new RollbackBet(REQUEST, Scope.EVERYTHING, bet, "t1");
        assertThat(key(rollback)).isEqualTo(bet);
        node.append(new GenericDomainEventMessage<>(
                "bet", bet, 0, new BetTombstoned(bet, "acme", "p1", "KRW", "generic", "b1", "t0")));
        assertThat(key(rollback)).isEqualTo("acme:p1");
    }

    @Test
    void aCommandThatNamesATransferGoesToItsPlayer() {
        String transfer = bet.replace(".bet.", ".transfer.");
        ReadTransfer read = new ReadTransfer(Scope.EVERYTHING, transfer);
        assertThat(key(read)).isEqualTo(transfer);
        node.append(new GenericDomainEventMessage<>(
                "transfer",
                transfer,
                0,
                new TransferMade(
                        transfer,
                        "acme",
                        "p1",
                        new Money(1, "KRW"),
                        "bucket:a",
                        "A",
                        "bucket:b",
                        "B",
                        List.of(),
                        new TopologyRef("T", 1),
                        new PolicyRef("P", 1),
                        "fingerprint",
                        "claim")));
        assertThat(key(read)).isEqualTo("acme:p1");
    }

    @Test
    void whatIsOfThePlatformGoesToOnePlace() {
        assertThat(key(new RegisterProvider("generic"))).isEqualTo(PlayerRouting.PLATFORM);
        assertThat(key(new ReadActiveTopology())).isEqualTo(PlayerRouting.PLATFORM);
        assertThat(key(new ReadProvider("generic"))).isEqualTo(PlayerRouting.PLATFORM);
    }

    @Test
    void refusesACommandThatItDoesNotKnow() {
        assertThatThrownBy(() -> key("unknown"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String");
    }
}
