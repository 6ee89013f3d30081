/**
 * Profilers that look into the server during a trial. They know neither the benchmarks nor how they
 * are run or read. Start with {@link storagebench.profile.TrialProfiler}.
 */
package storagebench.profile;
