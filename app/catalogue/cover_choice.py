"""Which design a title gets: motifs by the words in it, palettes by the motif's mood."""

import re
from random import Random

from app.catalogue import cover_lives as lives
from app.catalogue import cover_places as places
from app.catalogue import cover_shapes as shapes
from app.catalogue import cover_skies as skies
from app.catalogue import cover_things as things
from app.catalogue import cover_town as town
from app.catalogue.cover_palettes import PALETTES, Palette
from app.catalogue.cover_stage import Motif

MOTIFS = (
    Motif(places.sea),
    Motif(places.dunes, "light"),
    Motif(skies.hills),
    Motif(places.mountains),
    Motif(skies.constellation, "dark"),
    Motif(places.waves),
    Motif(skies.rain),
    Motif(skies.sunburst),
    Motif(skies.winter, "dark"),
    Motif(places.contours),
    Motif(places.fields, "light"),
    Motif(town.lamps, "dark"),
    Motif(town.windows),
    Motif(things.bowl),
    Motif(lives.spotlight),
    Motif(lives.branches),
    Motif(lives.leaf),
    Motif(town.skyline),
    Motif(town.door),
    Motif(lives.birds),
    Motif(things.shelf),
    Motif(things.crown),
    Motif(things.flame, "dark"),
    Motif(things.table),
    Motif(shapes.tiles, "light"),
    Motif(shapes.bauhaus, "any", ("head", "foot", "plate")),
    Motif(shapes.stripes, "any", ("head", "foot")),
    Motif(shapes.arches, "any", ("head", "foot", "plate")),
    Motif(shapes.rings, "any", ("head", "foot")),
    Motif(shapes.heart),
    Motif(shapes.eye),
    Motif(town.stairs),
    Motif(shapes.petals, "any", ("head", "plate")),
    Motif(town.columns),
    Motif(shapes.initial),
    Motif(shapes.slab, "any", ("type",)),
)
BY_NAME = {motif.name: motif for motif in MOTIFS}
TITLED_ONLY = ("initial", "slab")  # pages of letters are nothing without them

_WORDS = {
    "sea": (
        "sea seas ocean ship ships boat island islands sail sailor voyage ferry fish shore coast "
        "beach pirate pirates lighthouse whale water tide harbour harbor"
    ),
    "dunes": "desert sand dune dunes salt dust camel sahara heat road journey africa egypt west",
    "hills": (
        "hill hills moon wolf wolves forest wood woods wild valley vampire twilight midnight "
        "shadow shadows shire"
    ),
    "mountains": (
        "mountain mountains peak everest alpine climb north high heights summit edge ice thin "
        "stone stones"
    ),
    "constellation": (
        "star stars sky universe galaxy space cosmos time planet heaven heavens angels light "
        "magic science dune"
    ),
    "waves": "letter letters post river rivers lake stream telegram flow",
    "rain": "rain storm weather umbrella flood cloud clouds sorrow tears",
    "sunburst": "sun sunrise day dawn summer morning golden east rising glory hope",
    "winter": "winter snow frost christmas cold frozen december ice",
    "contours": "map maps atlas cartographer world earth travels lost treasure geography explorer",
    "fields": "field fields farm country land prairie village grass wheat plains eden",
    "lamps": "night nights lamp lamplighter lantern street evening dark darkness",
    "windows": (
        "house houses home neighbours neighbors hotel apartment building window windows family "
        "room mansion"
    ),
    "bowl": (
        "soup cook cooking kitchen food eat eating feast recipes dinner chef bread hunger hungry"
    ),
    "spotlight": "dog dogs cat cats theatre play stage actor show boy girl man woman",
    "branches": (
        "garden gardens flower flowers bloom tree trees rose roses spring allotment grow secret"
    ),
    "leaf": "leaf leaves green plant plants jungle botany nature roots",
    "skyline": "city cities town london york paris chicago metropolis urban tower towers streets",
    "door": "door doors key keys gate locked murder mystery stranger lock closed behind",
    "birds": (
        "bird birds mockingbird raven crow swan wings feather feathers hawk owl nightingale "
        "mockingjay sparrow eagle goldfinch"
    ),
    "shelf": (
        "book books library reading reader writer writing story stories bookshop words thief school"
    ),
    "crown": (
        "king kings queen queens prince princess crown throne thrones lord royal emperor empire "
        "knight"
    ),
    "flame": "fire flame flames burning candle ember hell blood catching fahrenheit dragon dragons",
    "table": "table tea coffee wine breakfast supper lunch cup",
    "heart": "love lover lovers heart hearts romance kiss valentine wedding bride",
    "eye": "eye eyes see vision blind watching watch seeing look spy girl",
    "stairs": "stairs steps climb habits success work leader leadership business effective rich",
    "columns": (
        "war wars history rome roman greek peace battle republic republics iliad odyssey myths "
        "gods power art law athens battles"
    ),
    "rings": "two together friends sisters brothers between marriage twins ring rings fellowship",
    "petals": "little women pride prejudice emma sense sensibility beautiful silk pattern",
}
_MOTIFS_OF: dict[str, list[str]] = {}
for _name, _listed in _WORDS.items():
    for _word in _listed.split():
        _MOTIFS_OF.setdefault(_word, []).append(_name)


def motif_for(title: str, luck: Random, *, has_words: bool = True) -> Motif:
    """Choose a motif that a word of the title suggests, else any."""
    suggested = [
        name for word in re.findall(r"\w+", title.lower()) for name in _MOTIFS_OF.get(word, [])
    ]
    chance = luck.random()
    if suggested and chance < 0.9:
        return BY_NAME[luck.choice(suggested)]
    return luck.choice([m for m in MOTIFS if has_words or m.name not in TITLED_ONLY])


def palette_for(motif: Motif, luck: Random) -> Palette:
    """Choose a palette that suits the motif's mood."""
    fitting = [p for p in PALETTES if motif.mood == "any" or p.is_dark == (motif.mood == "dark")]
    return luck.choice(fitting)
