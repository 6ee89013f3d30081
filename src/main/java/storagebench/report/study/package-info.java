/**
 * What a report finds out about each cell: its speed, its sizes, where its time goes. Questions and
 * gates read it. Start with {@link storagebench.report.study.Study}.
 */
package storagebench.report.study;
