/**
 * The PostgreSQL event store behind Axon. Where to begin, by what you are after:
 *
 * <ul>
 *   <li>a command's way: {@code LedgerCommandBus} (handled, retried), {@code LedgerRepository} and {@code StateCache} (what it
 *       reads), {@code StagedAppend} (what it wants stored), {@code PostgresEventStorageEngine} (where Axon comes in);
 *   <li>the readers of the log: {@code LedgerEventStore} opens a {@code TailingEventStream}, {@code LogTail} and
 *       {@code LogListener} wake it, {@code EventLogReader} has the SQL;
 *   <li>states: {@code StateReader} rebuilds one from a snapshot ({@code Snapshots}, {@code SnapshotForm}) and events.
 * </ul>
 *
 * <p>Beneath it: {@code writer} stores batches, {@code chain} is the form of an event and what proves it untouched,
 * {@code names} what it is called. None of them knows this package.
 */
@NullMarked
package io.carat.core.eventstore;

import org.jspecify.annotations.NullMarked;
