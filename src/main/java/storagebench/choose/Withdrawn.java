package storagebench.choose;

/**
 * One that left the race because its trials failed.
 *
 * @param contender who left
 * @param rounds that it had finished
 * @param reason of the failure, for the user
 */
public record Withdrawn(Contender contender, int rounds, String reason) {}
