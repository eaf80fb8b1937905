package okienko.payments.statements;

import java.util.List;
import okienko.ui.Page;

/** One statement's file, and the lines of it nobody could read. */
record StatementPage(StatementFiles.File file, List<Statement.Unread> unread) implements Page {}
