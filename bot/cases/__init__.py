"""Cases: their timeline, their keys, and the store that keeps them."""
