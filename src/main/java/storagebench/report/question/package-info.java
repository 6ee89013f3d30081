/**
 * One class for each table of a report, named by what it answers, and what these share. It knows
 * what was found out about the cells and the table model. Start with {@link
 * storagebench.report.question.Question}.
 */
package storagebench.report.question;
