/**
 * A report: the questions that the results of one run can answer, each a table, with what was
 * measured alike in one row. It sees no database and prints nothing. Start with {@link
 * storagebench.report.Report}.
 */
package storagebench.report;
