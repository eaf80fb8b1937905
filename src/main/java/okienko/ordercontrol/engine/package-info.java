/** The engine: takes orders off the queue, gathers facts a batch at a time, and writes down what the judge says. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.engine;
