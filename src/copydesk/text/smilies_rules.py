"""What people type for faces and signs, and the characters that stand for them."""

EMOJI = {
    ":arrow:": "➡", ":!:": "❗", ":?:": "❓", ":idea:": "💡",
    ":neutral:": "😐", ":|": "😐", ":-|": "😐",
    ":smile:": "🙂", ":)": "🙂", ":-)": "🙂",
    ":sad:": "🙁", ":(": "🙁", ":-(": "🙁",
    ":grin:": "😀", ":D": "😀", ":-D": "😀",
    ":wink:": "😉", ";)": "😉", ";-)": "😉",
    ":razz:": "😛", ":P": "😛", ":-P": "😛",
    ":eek:": "😮", ":o": "😮", ":-o": "😮",
    ":shock:": "😯", "8O": "😯", "8-O": "😯",
    ":cool:": "😎", "8-)": "😎",
    ":???:": "😕", ":?": "😕", ":-?": "😕",
    ":mad:": "😡", ":x": "😡", ":-x": "😡",
    ":lol:": "😆", ":cry:": "😥", ":oops:": "😳", ":roll:": "🙄", ":evil:": "👿", ":twisted:": "😈",
}  # fmt: skip

# No character shows this one: a picture that comes with WordPress.
PICTURES = {":mrgreen:": "mrgreen.png"}
