/**
 * The crash harness: kills servers and their PostgreSQL under load, and proves that nothing acknowledged is lost.
 *
 * <p>Begin with {@link io.carat.ops.crash.CrashRun}: it opens a {@code CrashSite} (PostgreSQL and servers, each a {@code
 * CaratNode}), runs each {@code Round} with the {@code Strike} that the {@code CrashPlan} says, and lets {@code Aftermath}
 * look at what is left. What must hold of the log is in {@link io.carat.ops.crash.LogChecks}, of the money in {@code
 * MoneyCheck}.
 */
@NullMarked
package io.carat.ops.crash;

import org.jspecify.annotations.NullMarked;
