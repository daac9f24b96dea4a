package io.carat.ops.crash;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Kills something with SIGKILL while players play, and waits until the site has recovered. */
sealed interface Strike {

    /** How long survivors may take to go on by themselves. */
    Duration RECOVERED_WITHIN = Duration.ofSeconds(60);

    /** What is killed. */
    String victim();

    /**
     * Kills it; returns when whatever must recover has.
     *
     * @throws io.carat.ops.client.CaratFailure when it has not in time
     */
    void deal(CrashSite site) throws InterruptedException;

    /** The application; it is started again on what it has left. */
    record Application() implements Strike {

        @Override
        public String victim() {
            return "application";
        }

        @Override
        public void deal(CrashSite site) throws InterruptedException {
            CaratNode node = site.nodes().getFirst();
            node.kill();
            node.start();
        }
    }

    /**
     * PostgreSQL, all its processes; it is started again, and the application must find it by itself.
     *
     * @param away how long it stays away
     */
    record Postgres(Duration away) implements Strike {

        static final long LONGEST_AWAY_MILLIS = 2_000;

        @Override
        public String victim() {
            return "postgresql";
        }

        @Override
        public void deal(CrashSite site) {
            site.database().kill();
            LockSupport.parkNanos(away.toNanos());
            site.database().restart();
            for (CaratNode node : site.nodes()) {
                Await.until(RECOVERED_WITHIN, node::isReady, node.name() + " has not found PostgreSQL again");
            }
        }
    }

    /** Of several nodes the one that works for most processors; it stays dead, the others must take over. */
    record Node() implements Strike {

        @Override
        public String victim() {
            return "node";
        }

        @Override
        public void deal(CrashSite site) throws InterruptedException {
            Claims claims = new Claims(site.log());
            String busiest = claims.busiest();
            for (CaratNode node : site.nodes()) {
                if (node.name().equals(busiest)) {
                    node.kill();
                }
            }
            Await.until(
                    RECOVERED_WITHIN,
                    () -> claims.of(busiest) == 0,
                    "nobody has taken over the processors of " + busiest);
        }
    }
}
