/**
 * What a command line asks for: JMH's options and the suite's, the cells, their order, the budget,
 * and how precise is enough. Nothing is run here. Start with {@link
 * storagebench.run.plan.BenchmarkArguments}.
 */
package storagebench.run.plan;
