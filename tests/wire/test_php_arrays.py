"""PHP's arrays as JSON has them."""

from copydesk.wire.php_arrays import shaped


def test_counted_keys_are_a_list() -> None:
    assert shaped({0: "a", 1: "b"}) == ["a", "b"]
    assert shaped({}) == []


def test_other_keys_are_an_object() -> None:
    assert shaped({1: "a"}) == {1: "a"}
    assert shaped({"x": {0: {}}}) == {"x": [[]]}


def test_scalars_stay() -> None:
    assert [shaped(value) for value in (5, "a", None)] == [5, "a", None]
