"""Each time limit of labour law: one module for each law it comes from, pure functions of dates."""
