"""Danger, feelings and what presses today come before everything else."""
