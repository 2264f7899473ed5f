"""What columns of a catalogue are called in the tables that shops and libraries export.

Each role has names with a score; the words are compared folded, so `imageUrl`, `Image URL` and
`image_url` are one name.
"""

import re
from typing import Final

from app.catalogue.search_text import fold

_NAMES: Final[dict[str, dict[int, str]]] = {
    "key": {
        100: "key, item key, product key, item id, product id, article id, book id",
        95: "sku, article number, item number, product number, product code, artikelnummer",
        92: "url handle",
        90: "handle, id, slug, code, item code, reference, ref, uid, uuid, variant sku, referencia",
        75: "ean, gtin, upc, barcode, asin, isbn13, isbn 13, isbn, number, nr, no, nummer",
    },
    "title": {
        100: "title, titel, titre, titulo, titolo, product title, item title, book title",
        95: "name, product name, item name, article name, produktname, bezeichnung, nom, nombre",
        80: "headline, label, heading, artikelname, designation, product, item, article",
    },
    "maker": {
        100: "maker, author, authors, autor, autoren, auteur, autore, manufacturer, hersteller",
        95: "brand, marke, marque, marca, artist, brand name, author name, creator, creators",
        85: "vendor, designer, producer, director, publisher, by, label name, fabricant, supplier",
    },
    "description": {
        100: "description, beschreibung, descripcion, descrizione, body html, product description",
        90: "summary, blurb, long description, body, details, synopsis, abstract, zusammenfassung",
        75: "short description, text, about, overview, content, kurzbeschreibung, resume",
    },
    "price": {
        100: "price, preis, prix, precio, prezzo, variant price, unit price, item price, price eur",
        90: "sale price, retail price, list price, verkaufspreis, rrp, msrp, price gbp, price usd",
        70: "amount, cost, betrag, uvp, regular price, current price, price amount",
    },
    "currency": {
        100: "currency, wahrung, devise, moneda, valuta, price currency, currency code",
    },
    "picture": {
        100: "picture, image, image url, image src, image link, bild, picture url, cover url, foto",
        95: "product image url",
        90: "photo, photo url, cover, cover image, img, img url, main image, bild url, imagen",
        80: "thumbnail, thumbnail url, small image url, images, pictures, variant image, img src",
    },
    "link": {
        100: "link, url, product url, item url, web address, website, product link, page url",
        80: "permalink, href, web, canonical url, landing page, deep link, adresse",
    },
    "tags": {
        100: "tags, tag, keywords, schlagworte, schlagworter, mots cles, etiquetas, parole chiave",
        80: "labels, topics, stichworte, tag list",
    },
    "stock": {
        100: "stock, inventory, stock level, in stock, variant inventory qty, lagerbestand",
        95: "inventory quantity, availability",
        90: "quantity, qty, stock quantity, available quantity, menge, bestand",
        80: "available, on hand, units, anzahl, quantite, stock count, inventory level",
    },
}  # fmt: skip

ROLES = tuple(_NAMES)
ANY_ID = 60  # "work id", "vehicle id": some kind of key
LONGER_ID = 40
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CODE_WORDS = frozenset(
    [
        "isbn",
        "isbn10",
        "isbn13",
        "issn",
        "ean",
        "gtin",
        "upc",
        "barcode",
        "sku",
        "asin",
        "code",
        "zip",
        "postcode",
        "plz",
        "phone",
        "tel",
        "telefon",
        "fax",
        "mpn",
        "hs",
        "iban",
        "vin",
        "nummer",
        "artikelnummer",
    ]
)


def plain_name(column: str) -> str:
    """Write a column's name as folded words."""
    return fold(_CAMEL.sub(" ", column))


_SCORES: Final[dict[str, dict[str, int]]] = {
    role: {
        plain_name(name): score for score, names in by_score.items() for name in names.split(",")
    }
    for role, by_score in _NAMES.items()
}


def name_score(role: str, column: str) -> int:
    """Tell how strongly a name speaks for a role, 0 for not at all."""
    name = plain_name(column)
    exact = _SCORES[role].get(name, 0)
    if exact or role != "key" or not name.endswith(" id"):
        return exact
    return ANY_ID if name.count(" ") == 1 else LONGER_ID


def names_a_code(column: str) -> bool:
    """Tell whether a column holds codes, which stay text though they look like numbers."""
    return not _CODE_WORDS.isdisjoint(plain_name(column).split())
