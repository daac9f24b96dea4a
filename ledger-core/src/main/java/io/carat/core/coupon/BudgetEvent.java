package io.carat.core.coupon;

import io.carat.core.decision.LedgerEvent;

/** What happens to a campaign's budget. Amounts are minor units. */
public sealed interface BudgetEvent extends LedgerEvent {

    /** The budget's stream, derived from the campaign. */
    String budgetId();

    @Override
    default String streamId() {
        return budgetId();
    }

    /**
     * A grant takes its face out of the budget.
     *
     * @param grantedAfterMinor what all grants have taken by then
     */
    record BudgetReserved(String budgetId, String campaignId, String grantId, long amountMinor, long grantedAfterMinor)
            implements BudgetEvent {}

    /**
     * What nobody had used of a grant that was taken back can be granted again.
     *
     * @param grantedAfterMinor what all grants have taken by then
     */
    record BudgetReleased(String budgetId, String campaignId, String grantId, long amountMinor, long grantedAfterMinor)
            implements BudgetEvent {}
}
