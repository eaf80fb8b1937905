package okienko.access.administration;

import okienko.access.Agent;
import okienko.ui.Page;

/** One agent: name, role, password, and whether they may enter. */
record AgentPage(Agent agent) implements Page {}
