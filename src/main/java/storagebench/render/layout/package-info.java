/**
 * How a table is laid out, whatever the format: which columns are constants, how figures are scaled
 * and rounded, how lines are wrapped, and how names from files are made harmless. It knows tables
 * alone. Start with {@link storagebench.render.layout.Grid}.
 */
package storagebench.render.layout;
