"""What the law says and who can help: content, and pure functions over it."""
