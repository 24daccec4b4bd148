"""Sizes of pictures by the site's options."""

from copydesk.media.sizes import image_sizes


def test_without_options_sizes_are_the_standard() -> None:
    sizes = image_sizes({})
    assert sizes["thumbnail"] == {"width": 150, "height": 150, "crop": True}
    assert sizes["medium_large"] == {"width": 768, "height": 0, "crop": False}


def test_options_change_sizes_and_cutting() -> None:
    sizes = image_sizes({"thumbnail_size_w": "200", "thumbnail_crop": "0", "large_size_h": "x"})
    assert sizes["thumbnail"] == {"width": 200, "height": 150, "crop": False}
    assert sizes["large"]["height"] == 1024
