/**
 * A race of storage options for speed and size: which stay in, and which are picked in the end.
 * {@link storagebench.choose.Race} is the rule, which knows trials only by their figures; {@link
 * storagebench.choose.RaceGoal} applies it to a run, and {@link storagebench.choose.Choices} says
 * what came of it.
 */
package storagebench.choose;
