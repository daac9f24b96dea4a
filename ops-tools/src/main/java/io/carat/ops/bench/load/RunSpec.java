package io.carat.ops.bench.load;

/**
 * One run of one contestant.
 *
 * @param id part of every id that the run makes, unique per contestant
 * @param seconds length of the measured window
 * @param players how many there are; new ones in each run
 * @param concurrency how many clients ask at the same time, each waiting for its answer before it asks again
 * @param seed decides what every client does
 */
public record RunSpec(
        String id, double seconds, int players, int concurrency, Load load, ProviderChoice provider, long seed) {

    /** The same for another time and under another id. */
    public RunSpec lasting(String otherId, double otherSeconds) {
        return new RunSpec(otherId, otherSeconds, players, concurrency, load, provider, seed);
    }

    /** The same with another load. */
    public RunSpec with(Load otherLoad) {
        return new RunSpec(id, seconds, players, concurrency, otherLoad, provider, seed);
    }

    /** The same with other providers and under another id. */
    public RunSpec with(String otherId, ProviderChoice otherProvider) {
        return new RunSpec(otherId, seconds, players, concurrency, load, otherProvider, seed);
    }
}
