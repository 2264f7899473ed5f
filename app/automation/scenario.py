"""What simulated customers may say about one pilot, as its file in seed/simulation tells (pure)."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from ruamel.yaml import YAML

from app.paths import SEED

FOLDER = SEED / "simulation"
Lines = tuple[str, ...]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Comments(_Part):
    """Closing comments of happy, middling and disappointed customers."""

    glad: Lines = ("Just right.",)
    mixed: Lines = ("Some of it.",)
    sorry: Lines = ("Not for me.",)


class Matter(_Part):
    """What an item's attribute weighs in a wish; `asked` names the question if not the same."""

    weight: float = 1.0
    asked: str | None = None


class Leaning(_Part):
    """How readily customers keep something: `base` for what says nothing to them.

    `match` is what the wish weighs, `taste` the likes that nobody asked about.
    Roles may be kept less; a pick counts as dear from `dear` of the budget on; `anchor` is how
    much a price above what is paid today puts people off.
    """

    base: float = -0.38
    match: float = 0.9
    taste: float = 0.75
    roles: Mapping[str, float] = Field(default_factory=lambda: {"wildcard": -0.55})
    dear: float = 0.38
    anchor: float = 0.0


class Calling(_Part):
    """Who follows the call to action: from `least` picks kept on, `share` of them.

    With `each`, every further pick kept is a further chance.
    """

    least: int = 2
    share: float = 0.35
    each: bool = False


class Later(_Part):
    """What customers say some weeks later: weights by question, after a call to action or not."""

    share: float = 0.5
    called: Mapping[str, Mapping[str, float]] = Field(default_factory=dict)
    others: Mapping[str, Mapping[str, float]] = Field(default_factory=dict)


class Waiting(_Part):
    """One hand-written brief that waits when the demo starts.

    `age` is the share of the promised hours that has gone by.
    """

    age: float = Field(gt=0)
    name: str
    answers: Mapping[str, Any]


class Scenario(_Part):
    """Weights of choices, pools of words, and the curators' sentences by slot role."""

    slots: Mapping[str, Mapping[str, str | Lines]] = Field(default_factory=dict)
    matters: Mapping[str, Matter] = Field(default_factory=dict)
    leaning: Leaning = Leaning()
    calling: Calling = Calling()
    later: Later = Later()
    facts: Mapping[str, Lines] = Field(default_factory=dict)
    payment_now: tuple[float, float] | None = None
    weights: Mapping[str, Mapping[str, float]] = Field(default_factory=dict)
    answered: Mapping[str, float] = Field(default_factory=dict)
    numbers: Mapping[str, tuple[int, ...]] = Field(default_factory=dict)
    texts: Mapping[str, Lines] = Field(default_factory=dict)
    searches: Lines = ()
    reasons: Mapping[str, Lines] = Field(default_factory=dict)
    letters: Lines = ("Here is what we found.",)
    put_back: Lines = ("Somebody else may be quicker.",)
    hand_over: Lines = ("You know this shelf better.",)
    override: Mapping[str, str] = Field(default_factory=dict)
    early: Lines = ()
    comments: Comments = Comments()
    waiting: tuple[Waiting, ...] = ()

    def reasons_for(self, role: str) -> Lines:
        """Return the sentences a curator writes in slots of this role."""
        return self.reasons.get(role) or self.reasons.get("core") or ("{title} fits.",)


class Names(_Part):
    """First and last names of people who do not exist."""

    first: Lines
    last: Lines


@lru_cache
def scenario_of(slug: str) -> Scenario:
    """Return the scenario of a pilot; one without a file gets plain words."""
    source = FOLDER / f"{slug}.yaml"
    return Scenario.model_validate(_read(source)) if source.is_file() else Scenario()


@lru_cache
def names() -> Names:
    """Return the names simulated customers may bear."""
    return Names.model_validate(_read(FOLDER / "people.yaml"))


def _read(source: Path) -> Any:
    return YAML(typ="safe", pure=True).load(source.read_text(encoding="utf-8"))
