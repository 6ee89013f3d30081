/**
 * What is too small a change to matter: margins, and the noise floor of a machine as {@code
 * calibrate} measured it. Start with {@link storagebench.compare.noise.Margins}.
 */
package storagebench.compare.noise;
