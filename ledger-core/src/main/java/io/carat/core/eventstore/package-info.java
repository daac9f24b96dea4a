/**
 * The PostgreSQL event store behind Axon. Where to begin, by what you are after:
 *
 * <ul>
 *   <li>a command's way: {@code LedgerCommandBus} (handled, retried), {@code LedgerRepository} and {@code StateCache} (what it
 *       reads), {@code StagedAppend} (what it wants stored), {@code PostgresEventStorageEngine} (where Axon comes in);
 *   <li>the writer: {@code GroupCommitWriter} takes what waits in the {@code AppendQueue}, {@code BatchStore} stores it by a
 *       {@code BatchPlan} on what {@code KnownLog} knows, {@code PlanStatement} sends it, {@code CommitInquiry} finds out what
 *       became of a lost commit, {@code Settlement} answers (ADR 0011);
 *   <li>the readers of the log: {@code LedgerEventStore} opens a {@code TailingEventStream}, {@code LogTail} and
 *       {@code LogListener} wake it, {@code EventLogReader} has the SQL;
 *   <li>states: {@code StateReader} rebuilds one from a snapshot ({@code Snapshots}, {@code SnapshotForm}) and events;
 *   <li>the form of an event: {@code StableNames} and {@code StableNameSerializer}, {@code StoredEvent}, {@code EventFields};
 *   <li>the chain: {@code HashChain}; {@code LogScan} reads the log for those who check it (ADR 0010).
 * </ul>
 */
@NullMarked
package io.carat.core.eventstore;

import org.jspecify.annotations.NullMarked;
