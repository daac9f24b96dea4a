package io.carat.core.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.policy.Contribution;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static final long EVERY_CREDIT = Long.MAX_VALUE;

    @Test
    void countsEachUnitOfStakeOnce() {
        assertThat(spread(10_000, full("r1", 1, 3_000), at("r2", 2, 10_000, 5_000)))
                .containsExactly(
                        new Attribution("r1", 10_000, 3_000, 3_000), new Attribution("r2", 5_000, 7_000, 3_500));
    }

    @Test
    void ordersByPriorityThenSequenceThenId() {
        Requirement urgent = new Requirement(terms("z", 9, 1, 10, 10_000, 0), RequirementStatus.ACTIVE, 0, 0, 0, null);
        Requirement later = full("a", 2, 10);
        Requirement sameNumber = full("b", 2, 10);
        Requirement earlier = full("y", 1, 10);
        assertThat(spread(35, later, sameNumber, earlier, urgent))
                .extracting(Attribution::requirementId)
                .containsExactly("z", "y", "a", "b");
    }

    @Test
    void consumesNothingAtARateOfZero() {
        assertThat(spread(100, at("r1", 1, 50, 0), full("r2", 2, 60)))
                .containsExactly(new Attribution("r2", 10_000, 60, 60));
        assertThat(Attribution.of(List.of(full("r1", 1, 50)), 100, new Attribution.Bet("BINGO", null, EVERY_CREDIT)))
                .as("a product that is not listed")
                .isEmpty();
    }

    @Test
    void countsOnlyFromTheMinimumOdds() {
        Requirement fromEvens =
                new Requirement(terms("r1", 1, 100, 50, 10_000, 2_000), RequirementStatus.ACTIVE, 0, 0, 0, null);
        assertThat(atOdds(fromEvens, 1_999)).isEmpty();
        assertThat(atOdds(fromEvens, 2_000)).hasSize(1);
        assertThat(atOdds(fromEvens, null)).as("odds that are missing").isEmpty();
        assertThat(atOdds(full("r1", 1, 50), null)).as("no minimum set").hasSize(1);
    }

    @Test
    void leavesOutWhatWasCreditedAfterTheBet() {
        List<Requirement> requirements = List.of(full("r1", 4, 50), full("r2", 5, 50));
        assertThat(Attribution.of(requirements, 100, new Attribution.Bet("SPORTS", null, 4)))
                .extracting(Attribution::requirementId)
                .containsExactly("r1");
    }

    @Test
    void leavesOutWhatIsCompletedAndCountsWhatIsPending() {
        Requirement over =
                new Requirement(terms("r1", 1, 100, 50, 10_000, 0), RequirementStatus.COMPLETED, 0, 0, 0, null);
        assertThat(spread(10, over, Requirement.pending(terms("r2", 2, 100, 50, 10_000, 0))))
                .extracting(Attribution::requirementId)
                .containsExactly("r2");
    }

    @Test
    void roundsTheStakeUpAndTheProgressDown() {
        assertThat(spread(100, at("r1", 1, 10, 3_000)))
                .as("34 units are the fewest that give 10")
                .containsExactly(new Attribution("r1", 3_000, 34, 10));
        assertThat(spread(33, at("r1", 1, 10, 3_000))).containsExactly(new Attribution("r1", 3_000, 33, 9));
        assertThat(spread(10, at("r1", 1, 10, 20_000)))
                .as("a rate above 100 % is capped at what remains")
                .containsExactly(new Attribution("r1", 20_000, 5, 10));
    }

    @Test
    void attributesToRequirementsOfAnySize() {
        assertThat(spread(10_000, at("r1", 1, Long.MAX_VALUE, 1))).containsExactly(new Attribution("r1", 1, 10_000, 1));
    }

    private static List<Attribution> spread(long eligibleMinor, Requirement... requirements) {
        return Attribution.of(List.of(requirements), eligibleMinor, new Attribution.Bet("SPORTS", null, EVERY_CREDIT));
    }

    private static List<Attribution> atOdds(Requirement requirement, @Nullable Integer oddsMilli) {
        return Attribution.of(List.of(requirement), 10, new Attribution.Bet("SPORTS", oddsMilli, EVERY_CREDIT));
    }

    private static Requirement full(String id, long sequence, long requiredMinor) {
        return at(id, sequence, requiredMinor, 10_000);
    }

    private static Requirement at(String id, long sequence, long requiredMinor, int rateBps) {
        return new Requirement(
                terms(id, sequence, 100, requiredMinor, rateBps, 0), RequirementStatus.ACTIVE, 0, 0, 0, null);
    }

    private static RequirementTerms terms(
            String id, long sequence, int priority, long requiredMinor, int rateBps, int minOddsMilli) {
        return new RequirementTerms(
                id,
                RequirementKind.DEPOSIT,
                "source-" + id,
                sequence,
                priority,
                requiredMinor,
                10_000,
                requiredMinor,
                Map.of("SPORTS", new Contribution(rateBps, minOddsMilli)),
                new TopologyRef("T", 1),
                new PolicyRef("P", 1));
    }
}
