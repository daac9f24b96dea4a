package io.carat.api.scenario;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** The end-to-end scenarios once more, with a real Axon Server as event store and command router, where one is given. */
@ExtendWith(GivenAxonServer.class)
class AxonServerScenariosTest {

    @Nested
    class WalletLife extends WalletLifeTest {}

    @Nested
    class AcceptanceCases extends AcceptanceCasesTest {}

    @Nested
    class RollingCreation extends RollingCreationTest {}

    @Nested
    class WinCases extends WinCasesTest {}

    @Nested
    class PointsCases extends PointsCasesTest {}

    @Nested
    class ReviewCases extends ReviewCasesTest {}

    @Nested
    class BadInput extends BadInputTest {}
}
