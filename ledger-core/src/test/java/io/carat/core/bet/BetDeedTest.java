package io.carat.core.bet;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.decision.DerivedId;
import org.junit.jupiter.api.Test;

/** What is stored is named after deeds: their spelling is permanent. */
class BetDeedTest {

    private static final String BET = "acme.bet.1";

    @Test
    void namesJournalsAsTheyAreStored() {
        assertThat(BetDeed.settlement("t1").journal(BET).journalId()).isEqualTo("acme.bet.1/settle/t1");
        assertThat(BetDeed.cashOut("t1").journal(BET).journalId()).isEqualTo("acme.bet.1/cashout/t1");
        assertThat(BetDeed.correction("t1").journal(BET).journalId()).isEqualTo("acme.bet.1/correct/t1");
        assertThat(BetDeed.voiding("t1").journal(BET).journalId()).isEqualTo("acme.bet.1/void/t1");
        assertThat(BetDeed.voiding("t1").journal(BET).referenceId()).isEqualTo(BET);
    }

    @Test
    void namesRequirementsAsTheyAreStored() {
        assertThat(BetDeed.settlement("t1").requirementId("acme", BET, ""))
                .isEqualTo(DerivedId.of("acme", "requirement", "acme.bet.1/settle/t1"));
    }
}
