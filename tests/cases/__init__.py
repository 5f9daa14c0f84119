"""Cases: timeline, keys, store, outbox, retention; the store's tests run on both databases."""
