package okienko.desk.board;

import okienko.ui.Page;

/** How control is doing, or, before the first order, how to get one. */
record BoardPage(BoardPart board) implements Page {}
