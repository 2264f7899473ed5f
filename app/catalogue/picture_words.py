"""Says before an import whether the pictures it names will be fetched or drawn (pure)."""

from app.catalogue.columns import ColumnMapping


def words_on_pictures(mapping: ColumnMapping) -> str:
    """Return in one or two sentences what becomes of the pictures a file names."""
    if mapping.picture is None:
        return "The file names no pictures: they are drawn from the titles."
    return (
        f"Pictures are drawn from the titles: fetching the addresses in “{mapping.picture}” "
        "is switched off. The addresses are kept."
    )
