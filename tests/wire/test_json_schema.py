"""Schemas as programs outside of WordPress read them."""

from copydesk.wire.json_schema import answer_schema, argument_schema
from copydesk.wire.schema import array, boolean, integer, mapping, nullable, string


def test_arguments_keep_their_bounds() -> None:
    schema = integer("How many.", default=10, minimum=1, maximum=100, exclusiveMaximum=True)
    assert argument_schema(schema) == {
        "description": "How many.",
        "type": "integer",
        "default": 10,
        "minimum": 1,
        "maximum": 100,
        "exclusiveMaximum": 100,
    }


def test_defaults_are_values_of_their_type() -> None:
    one_of_two = string(enum=["asc", "desc"])
    assert argument_schema(array("", string(), default="any"))["default"] == ["any"]
    assert argument_schema(array("", string(), default=["a"]))["default"] == ["a"]
    assert argument_schema(mapping(default=[]))["default"] == {}
    assert "default" not in argument_schema({**string(), "default": None})
    assert "default" not in argument_schema({**one_of_two, "default": "up"})
    assert argument_schema({**nullable(string()), "default": None})["default"] is None


def test_enumerations_may_have_keys() -> None:
    assert argument_schema({"type": "string", "enum": {"post": "post"}})["enum"] == ["post"]


def test_members_that_must_be_there_are_named_by_their_object() -> None:
    inner = {"a": string(required=True), "b": string()}
    assert argument_schema(mapping(properties=inner))["required"] == ["a"]
    assert argument_schema(mapping(properties=inner, required=["b"]))["required"] == ["b"]
    assert "required" not in argument_schema(mapping(properties=inner, required=[]))


def test_an_answer_has_the_members_of_its_context() -> None:
    title = mapping(
        properties={"raw": {**string(), "context": ["edit"]}, "rendered": string(format="uri")},
        additionalProperties=False,
    )
    assert answer_schema(title, "view") == {
        "type": ["object", "array"],
        "maxItems": 0,
        "properties": {"rendered": {"type": "string", "format": "iri-reference"}},
    }
    assert "raw" in answer_schema(title, "edit")["properties"]


def test_answers_may_hold_what_could_not_be_sent() -> None:
    status = string("The status.", enum=["publish", "draft"], default="draft")
    assert answer_schema(status, "view") == {
        "description": "The status.",
        "type": "string",
        "examples": ["publish", "draft"],
    }
    assert answer_schema(string(format="email"), "view") == {"type": "string"}
    assert answer_schema({"oneOf": [integer(), boolean()]}, "view") == {
        "anyOf": [{"type": "integer"}, {"type": "boolean"}]
    }


def test_lists_and_open_objects_say_what_is_in_them() -> None:
    assert answer_schema(array("", mapping()), "view")["items"] == {
        "type": ["object", "array"],
        "maxItems": 0,
    }
    by_name = answer_schema(mapping(additionalProperties=integer()), "view")
    assert by_name["additionalProperties"] == {"type": "integer"}
    assert argument_schema(mapping(additionalProperties=False))["additionalProperties"] is False
    by_pattern = mapping(patternProperties={"^a": string()})
    assert argument_schema(by_pattern)["patternProperties"] == {"^a": {"type": "string"}}


def test_words_that_only_php_knows_are_translated() -> None:
    assert argument_schema({"type": "bool"}) == {"type": "boolean"}
    assert answer_schema({"type": "object", "properties": []}, "view") == {
        "type": ["object", "array"],
        "maxItems": 0,
    }
    assert answer_schema({"type": "object", "properties": {"any": []}}, "view")["properties"] == {"any": {}}
    assert argument_schema({}) == {}
