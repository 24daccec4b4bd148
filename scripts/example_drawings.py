"""The sample newsroom's pictures, drawn: maps, charts and two views of the coast, in one set of colours.

Everything is drawn at twice its size and scaled down. Nothing here is random that is not seeded.
"""

import math
import random
from collections.abc import Callable, Sequence

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT, SCALE = 1200, 675, 2
NIGHT, DEEP, TIDE, FOG, SAND, PAPER = "#10243a", "#1b3a57", "#2f7d86", "#b9cdd3", "#e9dfcf", "#f7f3ec"
CORAL, AMBER, INK, SLATE = "#d2553a", "#e0a33e", "#22303c", "#6b7b88"

Point = tuple[float, float]


class Canvas:
    """A picture twice as large as it will be; coordinates are those of the small one."""

    def __init__(self, background: str, width: int = WIDTH, height: int = HEIGHT) -> None:
        self.image = Image.new("RGB", (width * SCALE, height * SCALE), background)
        self._draw = ImageDraw.Draw(self.image)

    def line(self, points: Sequence[Point], color: str, width: float = 1) -> None:
        self._draw.line(_scaled(points), fill=color, width=round(width * SCALE), joint="curve")

    def dashes(self, points: Sequence[Point], color: str, width: float, dash: int = 5) -> None:
        for start in range(0, len(points) - dash, dash * 2):
            self.line(points[start : start + dash + 1], color, width)

    def area(self, points: Sequence[Point], color: str) -> None:
        self._draw.polygon(_scaled(points), fill=color)

    def box(self, left: float, top: float, right: float, bottom: float, color: str) -> None:
        self._draw.rectangle(_scaled([(left, top), (right, bottom)]), fill=color)

    def dot(self, x: float, y: float, radius: float, color: str) -> None:
        self._draw.ellipse(_scaled([(x - radius, y - radius), (x + radius, y + radius)]), fill=color)

    def text(self, x: float, y: float, text: str, color: str, size: int = 22, anchor: str = "lm") -> None:
        font = ImageFont.load_default(size * SCALE)
        self._draw.text((x * SCALE, y * SCALE), text, fill=color, font=font, anchor=anchor)

    def done(self) -> Image.Image:
        size = (self.image.width // SCALE, self.image.height // SCALE)
        return self.image.resize(size, Image.Resampling.LANCZOS)


def _scaled(points: Sequence[Point]) -> list[Point]:
    return [(x * SCALE, y * SCALE) for x, y in points]


def _curve(points: Sequence[Point], steps: int = 24) -> list[Point]:
    """A smooth line through the points."""
    padded = [points[0], *points, points[-1]]
    found = []
    for i in range(len(points) - 1):
        a, b, c, d = padded[i : i + 4]
        for step in range(steps):
            t = step / steps
            found.append((_spline(a[0], b[0], c[0], d[0], t), _spline(a[1], b[1], c[1], d[1], t)))
    return [*found, points[-1]]


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))


def _coast(points: Sequence[Point], seed: int, roughness: float = 7) -> list[Point]:
    chance = random.Random(seed)
    return [(x + chance.gauss(0, roughness), y + chance.gauss(0, roughness)) for x, y in _curve(points, 9)]


def _chart(canvas: Canvas, values: Sequence[float], bottom: float, top: float) -> list[Point]:
    """Where the values lie on the chart's field."""
    left, right, low, high = 60, 1070, 570, 70
    step = (right - left) / (len(values) - 1)
    return [
        (left + i * step, low - (value - bottom) / (top - bottom) * (low - high))
        for i, value in enumerate(values)
    ]


def _grid(canvas: Canvas, marks: Sequence[tuple[float, str]], bottom: float, top: float) -> None:
    for value, label in marks:
        y = 570 - (value - bottom) / (top - bottom) * 500
        canvas.line([(60, y), (1070, y)], "#ddd5c8", 1.6)
        canvas.text(1084, y, label, SLATE, 31)


def _line_chart(
    values: Sequence[float], marks: Sequence[tuple[float, str]], color: str, days: Sequence[str]
) -> Image.Image:
    bottom, top = marks[0][0], marks[-1][0]
    canvas = Canvas(PAPER)
    points = _chart(canvas, values, bottom, top)
    canvas.area([*points, (1070, 570), (60, 570)], _blend(color, PAPER, 0.16))
    _grid(canvas, marks, bottom, top)
    canvas.line([(60, 570), (1070, 570)], INK, 2)
    canvas.line(points, color, 6)
    canvas.dot(*points[-1], 12, color)
    canvas.dot(*points[-1], 5, PAPER)
    for i, day in enumerate(days):
        canvas.text(60 + i * 1010 / (len(days) - 1), 614, day, SLATE, 31, "lm" if i == 0 else "mm")
    return canvas.done()


def _blend(color: str, ground: str, part: float) -> str:
    pairs = [(int(color[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a * part + b * (1 - part)):02x}" for a, b in pairs)


def _walk(seed: int, start: float, drifts: Sequence[tuple[int, float]], noise: float) -> list[float]:
    """A price that wanders: steps that partly remember the one before."""
    chance = random.Random(seed)
    values, push = [start], 0.0
    for steps, drift in drifts:
        for _ in range(steps):
            push = 0.3 * push + chance.gauss(0, noise)
            values.append(values[-1] + drift + push)
    return values


def inflation() -> Image.Image:
    canvas = Canvas(PAPER)
    values = [2.4, 2.3, 2.5, 2.6, 2.5, 2.8, 2.9, 3.0, 3.1]
    _grid(canvas, [(0, "0"), (1, "1"), (2, "2"), (3, "3%")], 0, 3.4)
    for i, (value, month) in enumerate(zip(values, "JFMAMJJAS", strict=True)):
        left, y = 84 + i * 110, 570 - value / 3.4 * 500
        canvas.box(left, y, left + 76, 570, CORAL if i == 8 else TIDE)
        canvas.text(left + 38, 614, month, SLATE, 31, "mm")
        canvas.text(left + 38, y - 24, f"{value}", INK if i == 8 else SLATE, 31, "mm")
    target = 570 - 2 / 3.4 * 500
    canvas.line([(60, target), (1070, target)], INK, 3)
    canvas.line([(60, 570), (1070, 570)], INK, 2)
    return canvas.done()


def wheat() -> Image.Image:
    values = _walk(3, 238, [(40, 0.05), (14, 0.2)], 0.55)
    values += [values[-1] + rise for rise in (1, 3, 8, 15, 22)]
    marks = [(220, "220"), (240, "240"), (260, "260"), (280, "280")]
    return _line_chart(values, marks, AMBER, ["Aug", "Sept", "Oct", "Oct 20"])


def freight() -> Image.Image:
    values = _walk(8, 1640, [(24, -3), (16, 2), (8, 4)], 26)
    rise = 3310 - values[-1]
    values += [values[-1] + rise * part for part in (0.1, 0.34, 0.62, 0.9, 1.0)]
    marks = [(1000, "1,000"), (2000, "2,000"), (3000, "3,000"), (4000, "4,000")]
    return _line_chart(values, marks, TIDE, ["Mar", "May", "July", "Sept", "Nov"])


def aster() -> Image.Image:
    values = _walk(14, 8974, [(60, 0.12), (50, -0.1), (60, 0.16)], 0.9)
    values = [*values, 8999.2, 9001.5]
    marks = [(8960, "8,960"), (8980, "8,980"), (9000, "9,000"), (9010, "")]
    return _line_chart(values, marks, CORAL, ["9:00", "12:00", "15:00", "18:00"])


def parliament() -> Image.Image:
    canvas = Canvas(PAPER)
    seats = []
    for row in range(6):
        radius = 210 + row * 54
        count = round(180 * radius / sum(210 + r * 54 for r in range(6)))
        seats += [(math.pi * i / (count - 1), radius) for i in range(count)]
    seats = sorted(seats, key=lambda seat: -seat[0])[:180]
    for i, (angle, radius) in enumerate(seats):
        color = TIDE if i < 42 else DEEP if i < 73 else AMBER if i < 94 else FOG
        canvas.dot(600 + math.cos(angle) * radius, 585 - math.sin(angle) * radius, 13.5, color)
    canvas.text(600, 540, "94", INK, 92, "mm")
    canvas.text(600, 612, "of 180", SLATE, 36, "mm")
    return canvas.done()


def strait() -> Image.Image:
    canvas = Canvas("#d5e3e6")
    for i in range(1, 12):
        canvas.line([(0, i * 60), (WIDTH, i * 60)], "#c8d9dd", 1)
        canvas.line([(i * 105, 0), (i * 105, HEIGHT)], "#c8d9dd", 1)
    north = [
        (-20, 150),
        (160, 190),
        (330, 130),
        (470, 215),
        (560, 235),
        (640, 180),
        (820, 120),
        (1000, 60),
        (1220, 40),
    ]
    south = [
        (-20, 560),
        (140, 500),
        (300, 520),
        (450, 395),
        (560, 345),
        (660, 400),
        (800, 470),
        (1000, 560),
        (1220, 540),
    ]
    for points, edge, seed in ((north, 0, 1), (south, HEIGHT, 2)):
        land = [(-20, edge), *_coast(points, seed), (1220, edge)]
        canvas.area(land, SAND)
        canvas.line(land[1:-1], "#b9a98d", 2)
    for x, y, size, seed in ((935, 300, 46, 5), (1010, 352, 30, 6), (880, 378, 24, 7)):
        ring = [(x + math.cos(a / 3) * size * 1.4, y + math.sin(a / 3) * size) for a in range(20)]
        canvas.area(_coast(ring, seed, 3), SAND)
    canvas.dashes(
        _curve([(40, 330), (250, 330), (420, 300), (560, 290), (700, 295), (780, 390), (800, 440)]), CORAL, 4
    )
    canvas.dashes(_curve([(40, 350), (300, 340)]), TIDE, 0.1)
    detour = [(1190, 230), (1120, 300), (1100, 420), (960, 470), (850, 455)]
    canvas.dashes(_curve(detour), DEEP, 4)
    canvas.line([(545, 262), (575, 318)], CORAL, 7)
    canvas.line([(575, 262), (545, 318)], CORAL, 7)
    canvas.dot(806, 466, 8, INK)
    canvas.text(812, 502, "Port Aster", INK, 34)
    canvas.dot(930, 300, 7, INK)
    canvas.text(950, 250, "Hollin", INK, 34)
    canvas.text(150, 268, "Strait of Maren", "#4d7079", 34)
    canvas.text(90, 610, "AVERRA", "#8a7a5c", 38)
    return canvas.done()


def cables() -> Image.Image:
    canvas = Canvas(NIGHT)
    for depth in range(7):
        wave = [(x, 90 + depth * 95 + 26 * math.sin(x / 170 + depth * 1.3)) for x in range(-20, 1240, 20)]
        canvas.line(wave, _blend(TIDE, NIGHT, 0.16 + depth * 0.03), 2)
    canvas.area(
        [(-10, -10), *_coast([(300, -10), (250, 160), (180, 330), (130, 700)], 4), (-10, 700)], "#24405a"
    )
    canvas.area(
        [(1210, -10), *_coast([(960, -10), (1010, 200), (1080, 420), (1050, 700)], 9), (1210, 700)], "#24405a"
    )
    for shoal, seed in (((600, 170), 21), ((610, 540), 22)):
        ring = [(shoal[0] + math.cos(a / 3) * 90, shoal[1] + math.sin(a / 3) * 118) for a in range(20)]
        canvas.area(_coast(ring, seed, 5), "#1a3450")
    for i, (left, right) in enumerate(((130, 110), (330, 250), (520, 470))):
        y = 338 + i * 15
        path = _curve(
            [
                (235 - i * 50, left),
                (420, (left + y) / 2 + 20),
                (600, y),
                (790, (right + y) / 2 + 10),
                (1005 + i * 32, right),
            ]
        )
        canvas.line(path, (AMBER, "#f0d9a8", CORAL)[i], 4)
        canvas.dot(*path[0], 8, PAPER)
        canvas.dot(*path[-1], 8, PAPER)
    canvas.line([(640, 300), (640, 420)], PAPER, 6)
    canvas.line(_curve([(606, 388), (618, 416), (640, 424), (662, 416), (674, 388)]), PAPER, 6)
    canvas.line([(620, 322), (660, 322)], PAPER, 6)
    canvas.dot(640, 292, 10, PAPER)
    canvas.dot(640, 292, 5, NIGHT)
    canvas.text(14, 630, "Sund Islands", FOG, 34)
    canvas.text(1150, 60, "Averra", FOG, 34, "rm")
    return canvas.done()


def wind() -> Image.Image:
    canvas = Canvas(NIGHT)
    sky = [NIGHT, DEEP, "#3e5f7c", "#8f8b92", "#d99b72", "#eec08b"]
    for y in range(450):
        place = y / 450 * (len(sky) - 1)
        color = _blend(sky[min(int(place) + 1, 5)], sky[int(place)], place - int(place))
        canvas.box(0, y, WIDTH, y + 1, color)
    canvas.dot(860, 452, 74, "#f7dcae")
    for y in range(450, HEIGHT):
        canvas.box(0, y, WIDTH, y + 1, _blend(NIGHT, "#7d8288", min(1.0, (y - 450) / 150)))
    chance = random.Random(5)
    for _ in range(150):
        y = 455 + 210 * chance.random() ** 1.5
        x, half = chance.gauss(860, 60 + (y - 450)), 8 + (y - 450) / 7
        canvas.line([(x - half, y), (x + half, y)], _blend("#f2c892", NIGHT, 0.55 - (y - 450) / 520), 1.6)
    for x, size, turn in (
        (120, 1.0, 0.3),
        (300, 0.7, 1.2),
        (430, 0.52, 0.1),
        (545, 0.4, 0.8),
        (640, 0.32, 1.6),
        (1060, 0.86, 1.9),
        (960, 0.44, 0.5),
        (715, 0.26, 1.0),
    ):
        _turbine(canvas, x, 452 + 60 * size, size, turn)
    return canvas.done()


def _turbine(canvas: Canvas, x: float, foot: float, size: float, turn: float) -> None:
    hub, color = foot - 300 * size, _blend("#0c1a2a", "#3e5f7c", 0.35 + 0.65 * size)
    canvas.area([(x - 6 * size, foot), (x + 6 * size, foot), (x + 3 * size, hub), (x - 3 * size, hub)], color)
    for blade in range(3):
        angle = turn + blade * math.tau / 3
        tip = (x + math.cos(angle) * 150 * size, hub + math.sin(angle) * 150 * size)
        side = (math.cos(angle + 1.57) * 5 * size, math.sin(angle + 1.57) * 5 * size)
        canvas.area([(x - side[0], hub - side[1]), tip, (x + side[0] * 2, hub + side[1] * 2)], color)
    canvas.dot(x, hub, 7 * size, color)


def quay() -> Image.Image:
    canvas = Canvas("#dfe6e6")
    for y in range(400):
        canvas.box(0, y, WIDTH, y + 1, _blend("#f3e3cc", "#c9dade", y / 400))
    canvas.area(
        [
            (0, 330),
            *_coast([(0, 330), (250, 300), (520, 322), (800, 290), (1200, 325)], 3, 2),
            (1200, 330),
            (1200, 420),
            (0, 420),
        ],
        "#a9bfc4",
    )
    for x in (250, 830):
        _crane(canvas, x)
    chance = random.Random(11)
    colors = [CORAL, TIDE, DEEP, AMBER, "#8a4b3c", "#53808a", "#c9b28c", "#41586b"]
    for column in range(12):
        for level in range(chance.choice([2, 3, 3, 4, 5])):
            left, top = 14 + column * 98, 548 - level * 50
            color = chance.choice(colors)
            canvas.box(left, top, left + 94, top + 47, color)
            for rib in range(1, 9):
                canvas.line(
                    [(left + rib * 10.4, top + 5), (left + rib * 10.4, top + 42)],
                    _blend("#000000", color, 0.13),
                    2,
                )
    canvas.box(0, 597, WIDTH, HEIGHT, "#3a4650")
    canvas.box(0, 597, WIDTH, 603, "#56636d")
    canvas.line([(0, 640), (WIDTH, 640)], AMBER, 4)
    return canvas.done()


def _crane(canvas: Canvas, x: float) -> None:
    steel = "#8c3a2b"
    for leg in (0, 120):
        canvas.line([(x + leg, 600), (x + leg, 170)], steel, 9)
    canvas.line([(x - 190, 170), (x + 230, 170)], steel, 11)
    canvas.line([(x + 20, 170), (x + 60, 60), (x + 120, 170)], steel, 7)
    canvas.line([(x + 60, 60), (x - 180, 168)], steel, 3)
    canvas.line([(x + 60, 60), (x + 225, 168)], steel, 3)
    canvas.line([(x, 400), (x + 120, 400)], steel, 7)
    canvas.line([(x - 120, 175), (x - 120, 262)], INK, 2)
    canvas.box(x - 160, 262, x - 80, 298, TIDE)


def monogram() -> Image.Image:
    canvas = Canvas(DEEP, 512, 512)
    canvas.dot(256, 256, 176, TIDE)
    canvas.text(256, 252, "AO", PAPER, 150, "mm")
    return canvas.done()


DRAWINGS: dict[str, Callable[[], Image.Image]] = {
    "amara-okoye.png": monogram,
    "maren-strait.png": strait,
    "averra-inflation.png": inflation,
    "wheat-december.png": wheat,
    "averra-parliament.png": parliament,
    "skerry-bank.jpg": wind,
    "maren-freight-rates.png": freight,
    "container-quay.jpg": quay,
    "aster-40.webp": aster,
    "tern-shoal-cables.png": cables,
}
