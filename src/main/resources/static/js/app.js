// The front door of the scripts: pages work without them.
