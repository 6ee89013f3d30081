/**
 * Checks of a measurement and of the formats, each with its limits and its worst figure. Start with
 * the subclasses that the gate table lists.
 */
package storagebench.report.gate;
