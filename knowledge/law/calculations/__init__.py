"""One rule of the law a module: what may be owed, with its working."""
