/**
 * Tables as data: columns with unit and direction, entries with interval and footnotes. Reports and
 * comparisons make them, renderers read them; a table prints nothing. Start with {@link
 * storagebench.table.Table}.
 */
package storagebench.table;
