"""The bell wakes who waits, and lets who is cancelled go."""

import asyncio

import pytest

from bot.bell import Bell


async def _rung_then_cancelled(steps_between: int) -> None:
    bell = Bell()
    waiting = asyncio.create_task(bell.wait("news", 5))
    await asyncio.sleep(0)
    bell.ring("news")
    for _ in range(steps_between):
        await asyncio.sleep(0)
    was_under_way = waiting.cancel()
    await asyncio.wait([waiting])
    assert waiting.cancelled() == was_under_way


@pytest.mark.parametrize("steps_between", range(5))
def test_a_ring_at_the_same_moment_does_not_hide_a_cancellation(steps_between: int) -> None:
    """Else delivery goes on after it was told to stop, and the process never ends."""
    asyncio.run(_rung_then_cancelled(steps_between))


def test_a_ring_wakes_and_silence_ends_with_the_timeout() -> None:
    async def listen() -> tuple[bool, bool]:
        bell = Bell()
        waiting = asyncio.create_task(bell.wait("news", 5))
        await asyncio.sleep(0)
        bell.ring("news")
        return await waiting, await bell.wait("news", 0.01)

    assert asyncio.run(listen()) == (True, False)
