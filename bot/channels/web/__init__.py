"""The worker's chat in the browser: a page that works without JavaScript, quicker with it."""
