from app.catalogue.finding import Finding


def test_an_address_is_read_and_written_the_same() -> None:
    pairs = [("q", "quiet sea"), ("f.genre", "Novel"), ("f.genre", "Food"), ("page", "3")]

    finding = Finding.read(pairs)

    assert finding.address == "?q=quiet+sea&f.genre=Novel&f.genre=Food&page=3"


def test_what_makes_no_sense_is_left_out() -> None:
    pairs = [("q", "a\0b"), ("sort", "x"), ("page", "-1"), ("f.genre", ""), ("f.x", "y" * 201)]

    assert Finding.read(pairs) == Finding(words="ab")


def test_a_filter_is_switched_on_and_off_and_leads_to_the_first_page() -> None:
    finding = Finding(words="sea", page=4)

    narrowed = finding.toggled("genre", "Novel")

    assert narrowed.address == "?q=sea&f.genre=Novel"
    assert narrowed.toggled("genre", "Novel").address == "?q=sea"
    assert narrowed.at(2).bare().address == "?q=sea"
