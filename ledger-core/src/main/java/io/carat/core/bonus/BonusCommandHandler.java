package io.carat.core.bonus;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.bonus.BonusEvent.BonusGranted;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.WalletBucket;
import io.carat.core.catalogue.BrandRefusals;
import io.carat.core.catalogue.CatalogueEntry.Brand;
import io.carat.core.claim.Claims;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.configuration.Admission.Target;
import io.carat.core.decision.Decision;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.deposit.Deposit;
import io.carat.core.deposit.DepositEvent.DepositCredited;
import io.carat.core.deposit.DepositState;
import io.carat.core.player.PlayerRefusals;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.Policy;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.RequirementNumbers;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletLoading;
import io.carat.core.wallet.WalletLoading.Owner;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/** Takes bonuses from the grant to an early end: loads, decides, appends. */
public final class BonusCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public BonusCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Grants a bonus once per request key. */
    @CommandHandler
    public Outcome handle(GrantBonus command) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(
                Claims.underRequest(unit, command.brandId(), command.request(), () -> admit(unit, command)));
    }

    private Decision admit(LedgerUnit unit, GrantBonus command) {
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        Admission admission = new Admission(configuration);
        Optional<Rejection> refusal = admission.refuse(command.brandId(), command.amount());
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        Optional<Topology> topology = configuration.topology();
        if (topology.isEmpty()) {
            return Decision.rejected(Admission.unresolved("bonuses"));
        }
        return switch (admission.target(topology.get(), command.bucket(), BucketRole.BONUS)) {
            case Target.Missing missing -> Decision.rejected(missing.rejection());
            case Target.Found found -> grant(unit, command, topology.get(), found);
        };
    }

    private static Decision grant(LedgerUnit unit, GrantBonus command, Topology topology, Target.Found found) {
        Owner owner = new Owner(
                command.brandId(), command.playerId(), command.amount().currency());
        unit.loadNew(LoadOrder.BONUS, Bonus.class, command.bonusId());
        PlayerState player = WalletLoading.player(unit, owner);
        Optional<Rejection> refusal = new PlayerRefusals(player.controls(), unit.now()).bonus();
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        Optional<DepositCredited> deposit = deposit(unit, command);
        Wallet wallet = WalletLoading.wallet(unit, owner, topology, topology.aroundBonus(command.bucket()));
        Policy policy = found.target().policy();
        BonusFacts facts = new BonusFacts(
                owner, policy, wallet, player, deposit.orElse(null), expiresAt(unit, command), unit.now());
        return new BonusGranting(command, facts).decide();
    }

    /** The deposit that is named, of this player and no other. */
    private static Optional<DepositCredited> deposit(LedgerUnit unit, GrantBonus command) {
        return Optional.ofNullable(command.depositId())
                .flatMap(id -> unit.reference(Deposit.class, id))
                .map(DepositState::credited)
                .filter(credited -> credited.brandId().equals(command.brandId())
                        && credited.playerId().equals(command.playerId()));
    }

    private static @Nullable Instant expiresAt(LedgerUnit unit, GrantBonus command) {
        if (command.expiry() == null) {
            return null;
        }
        Brand brand = new ActiveConfiguration(unit).brand(command.brandId()).orElseThrow();
        return command.expiry().in(ZoneId.of(brand.zone()));
    }

    /** Takes a bonus back once per request key. */
    @CommandHandler
    public Outcome handle(CancelBonus command) {
        LedgerUnit unit = new LedgerUnit(access);
        Optional<String> brandId =
                DerivedId.brandOf(BonusEvent.KIND, command.bonusId()).filter(command.scope()::covers);
        return unit.conclude(
                brandId.isEmpty()
                        ? notFound(command.bonusId())
                        : Claims.underRequest(
                                unit,
                                brandId.get(),
                                command.request(),
                                () -> ending(unit, command.bonusId(), ending -> ending.cancel(command.audit()))));
    }

    /** Forfeits a bonus if its time is over. */
    @CommandHandler
    public Outcome handle(ExpireBonus command) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(suspended(unit, command.bonusId())
                .map(Decision::rejected)
                .orElseGet(() -> ending(unit, command.bonusId(), BonusEnding::expire)));
    }

    /** Reads a bonus as it stands. */
    @CommandHandler
    public Outcome handle(ReadBonus query) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(DerivedId.brandOf(BonusEvent.KIND, query.bonusId())
                .filter(query.scope()::covers)
                .flatMap(brandId -> unit.reference(Bonus.class, query.bonusId()))
                .map(bonus -> read(unit, bonus.granted()))
                .orElseGet(() -> notFound(query.bonusId())));
    }

    private static Decision read(LedgerUnit unit, BonusGranted granted) {
        BucketState bucket = unit.load(LoadOrder.BUCKET, WalletBucket.class, granted.bucketId());
        return bucket == null
                ? notFound(granted.bonusId())
                : Decision.accepted(List.of(), BonusView.of(granted, bucket));
    }

    /** Jobs that change amounts pause while a brand is suspended (rule book §0). */
    private static Optional<Rejection> suspended(LedgerUnit unit, String bonusId) {
        return DerivedId.brandOf(BonusEvent.KIND, bonusId)
                .flatMap(new ActiveConfiguration(unit)::brand)
                .flatMap(BrandRefusals::suspended);
    }

    private static Decision ending(LedgerUnit unit, String bonusId, Function<BonusEnding, Decision> end) {
        BonusState bonus = unit.load(LoadOrder.BONUS, Bonus.class, bonusId);
        if (bonus == null) {
            return notFound(bonusId);
        }
        BonusGranted granted = bonus.granted();
        Optional<Topology> topology = new ActiveConfiguration(unit).topology(granted.topology());
        if (topology.isEmpty()) {
            return Decision.rejected(Admission.unresolved("bonus " + bonusId));
        }
        Owner owner = new Owner(
                granted.brandId(), granted.playerId(), granted.amount().currency());
        RequirementNumbers numbers = new RequirementNumbers(owner, WalletLoading.player(unit, owner));
        Wallet wallet =
                WalletLoading.wallet(unit, owner, topology.get(), topology.get().aroundBonus(granted.bucketTypeCode()));
        return end.apply(new BonusEnding(granted, wallet, numbers, unit.now()));
    }

    private static Decision notFound(String bonusId) {
        return Decision.rejected(RejectionCode.BONUS_NOT_FOUND, "There is no bonus " + bonusId + ".");
    }
}
