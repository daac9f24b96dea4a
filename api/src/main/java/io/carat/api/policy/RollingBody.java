package io.carat.api.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.policy.Contribution;
import io.carat.core.policy.RollingTerms;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How much has to be wagered for a credit. */
public record RollingBody(
        @Schema(description = "required = ceil(base x multiplier / 10000)")
        Integer multiplierBps,

        @Schema(description = "by product; every product of the active topology is named")
        Map<String, ContributionBody> contributions) {

    /** How a stake on one product counts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ContributionBody(
            Integer rateBps,

            @Schema(description = "bets below these odds, or without odds, count nothing; left out: any") @Nullable
            BigDecimal minOdds) {}

    static RollingBody of(RollingTerms terms) {
        Map<String, ContributionBody> contributions = new TreeMap<>();
        terms.contributions()
                .forEach((product, counts) -> contributions.put(
                        product, new ContributionBody(counts.rateBps(), Odds.unless(counts.minOddsMilli(), 0))));
        return new RollingBody(terms.multiplierBps(), contributions);
    }

    RollingTerms terms(String path) {
        Parts.require(path + ".multiplierBps", multiplierBps);
        Parts.require(path + ".contributions", contributions);
        Parts.requireEntries(path + ".contributions", contributions);
        Map<String, Contribution> counting = new TreeMap<>();
        contributions.forEach((product, counts) -> {
            Parts.require(path + ".contributions." + product + ".rateBps", counts.rateBps());
            counting.put(product, new Contribution(counts.rateBps(), Odds.milliOr(counts.minOdds(), 0)));
        });
        return new RollingTerms(multiplierBps, counting);
    }
}
