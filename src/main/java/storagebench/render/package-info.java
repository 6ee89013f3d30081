/**
 * Renderers: one class a format, for reports and comparisons, and how either becomes a folder of
 * files. Only renderers print. It knows reports, comparisons and tables; they do not know it. The
 * templates of the HTML page are in {@code src/main/jte}. Start with {@link
 * storagebench.render.TextRenderer} and {@link storagebench.render.Format}.
 */
package storagebench.render;
