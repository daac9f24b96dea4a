package io.carat.api.scenario;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** The end-to-end scenarios once more, over the connector of Axon Server to a stand-in for the server itself. */
@ExtendWith(StandInStore.class)
class StandInScenariosTest {

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
