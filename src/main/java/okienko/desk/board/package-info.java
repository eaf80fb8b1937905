/** The board: how control is doing today, readable from across the room. */
@org.jspecify.annotations.NullMarked
package okienko.desk.board;
