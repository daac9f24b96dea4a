/** Loyalty points: lots that are credited, expire and are restored, and their transfer to NORMAL buckets. */
@NullMarked
package io.carat.core.points;

import org.jspecify.annotations.NullMarked;
