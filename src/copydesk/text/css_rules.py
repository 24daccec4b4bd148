"""Tables of the style declarations that readers without full rights may write."""

_PROPERTIES = """
background background-attachment background-blend-mode background-color background-image
background-position background-repeat background-size

border border-radius border-width border-color border-style
border-right border-right-color border-right-style border-right-width
border-bottom border-bottom-color border-bottom-left-radius border-bottom-right-radius
border-bottom-style border-bottom-width
border-left border-left-color border-left-style border-left-width
border-top border-top-color border-top-left-radius border-top-right-radius border-top-style
border-top-width
border-spacing border-collapse caption-side

columns column-count column-fill column-gap column-rule column-span column-width

display opacity visibility white-space word-spacing

color filter font font-family font-size font-style font-variant font-weight letter-spacing
line-height text-align text-decoration text-indent text-transform text-orientation

height min-height max-height width min-width max-width

margin margin-right margin-bottom margin-left margin-top
margin-block-start margin-block-end margin-inline-start margin-inline-end

padding padding-right padding-bottom padding-left padding-top
padding-block-start padding-block-end padding-inline-start padding-inline-end

flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap order
gap row-gap

grid-template-columns grid-auto-columns grid-column-start grid-column-end grid-column
grid-column-gap
grid-template-rows grid-auto-rows grid-row-start grid-row-end grid-row grid-row-gap grid-gap
grid-auto-flow

justify-content justify-items justify-self align-content align-items align-self

clear clip-path cursor direction float list-style-type object-fit object-position overflow
transform vertical-align writing-mode

position top right bottom left z-index
box-shadow aspect-ratio container-type

fill fill-opacity fill-rule stroke stroke-dasharray stroke-dashoffset stroke-linecap
stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
"""

PROPERTIES = frozenset(_PROPERTIES.split())

URL_PROPERTIES = frozenset({"background", "background-image", "cursor", "filter", "fill", "stroke"})
GRADIENT_PROPERTIES = frozenset({"background", "background-image"})

# Functions that change lengths, allowed with anything but brackets of other functions inside.
FUNCTIONS = ("var", "calc", "min", "max", "minmax", "clamp", "repeat")

SHAPES = ("circle", "ellipse", "inset", "polygon", "rect", "xywh")
MOVES = (
    "matrix", "matrix3d", "perspective", "rotate", "rotate3d", "rotateX", "rotateY", "rotateZ", "scale",
    "scale3d", "scaleX", "scaleY", "scaleZ", "skew", "skewX", "skewY", "translate", "translate3d",
    "translateX", "translateY", "translateZ",
)  # fmt: skip
OWN_FUNCTIONS = {"clip-path": SHAPES, "transform": MOVES}
