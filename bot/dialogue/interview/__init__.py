"""The interview: a story heard, questions asked one at a time, answers put right and said back."""
