"""What a build is made of: the rooms it comes from and the files it holds."""

from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (ROOT / "knowledge", ROOT / "intents")
KNOWLEDGE, INTENTS, MODEL = "knowledge.db", "intents.json", "matching.npz"
DANGER, WISHES, CHOICES = "danger.npz", "wishes.npz", "choices.npz"
QUESTIONS = "questions.npz"

Progress = Callable[[str], None]
"""Is told, line by line, how a build goes on."""
