"""Which letters lose their accents, and what stands for those that are no letter with an accent.

Not every Latin letter is here: of Extended Additional only the Vietnamese ones are, of Extended-B only
pinyin, Vietnamese, Romanian and schwa. The euro is an E; the pound sign goes.
"""

_LETTERS = {
    "A": "ÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ",
    "C": "ÇĆĈĊČ",
    "D": "ĎÐĐ",
    "E": "ÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆƏ€",
    "G": "ĜĞĠĢ",
    "H": "ĤĦ",
    "I": "ÌÍÎÏĨĪĬĮİǏỈỊ",
    "J": "Ĵ",
    "K": "Ķ",
    "L": "ĹĻĽĿŁ",
    "N": "ÑŃŅŇŊ",
    "O": "ÒÓÔÕÖŌŎŐƠǑỌỎỐỒỔỖỘỚỜỞỠỢØ",
    "R": "ŔŖŘ",
    "S": "ŚŜŞŠȘ",
    "T": "ŢŤȚŦ",
    "U": "ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛỤỦỨỪỬỮỰ",
    "W": "Ŵ",
    "Y": "ÝŶŸỲỴỶỸ",
    "Z": "ŹŻŽ",
    "a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặªɑ",
    "c": "çćĉċč",
    "d": "ďðđ",
    "e": "èéêëēĕėęěẹẻẽếềểễệǝ",
    "g": "ĝğġģ",
    "h": "ĥħ",
    "i": "ìíîïĩīĭįǐỉịı",
    "j": "ĵ",
    "k": "ķĸ",
    "l": "ĺļľŀł",
    "n": "ñńņňŉŋ",
    "o": "òóôõöōŏőơǒọỏốồổỗộớờởỡợºø",
    "r": "ŕŗř",
    "s": "śŝşšșßſ",
    "t": "ţťțŧ",
    "u": "ùúûüũūŭůűųưǔǖǘǚǜụủứừửữự",
    "w": "ŵ",
    "y": "ýÿŷỳỵỷỹ",
    "z": "źżž",
    "AE": "Æ",
    "IJ": "Ĳ",
    "OE": "Œ",
    "TH": "Þ",
    "ae": "æ",
    "ij": "ĳ",
    "oe": "œ",
    "th": "þ",
    "": "£",
}

PLAIN = {ord(letter): plain for plain, letters in _LETTERS.items() for letter in letters}

GERMAN = {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ẞ": "SS"}
DANISH = {"Æ": "Ae", "Ø": "Oe", "Å": "Aa", "æ": "ae", "ø": "oe", "å": "aa"}
SERBIAN = {"Đ": "DJ", "đ": "dj"}

# Bytes of a text that is not UTF-8, read as a Western European code page.
_BYTES = {
    "E": "80 c8 c9 ca cb",
    "f": "83",
    "S": "8a",
    "Z": "8e",
    "s": "9a",
    "z": "9e",
    "Y": "9f a5 dd",
    "c": "a2 e7",
    "u": "b5 f9 fa fb fc",
    "A": "c0 c1 c2 c3 c4 c5",
    "C": "c7",
    "I": "cc cd ce cf",
    "N": "d1",
    "O": "d2 d3 d4 d5 d6 d8",
    "U": "d9 da db dc",
    "a": "e0 e1 e2 e3 e4 e5",
    "e": "e8 e9 ea eb",
    "i": "ec ed ee ef",
    "n": "f1",
    "o": "f2 f3 f4 f5 f6 f8",
    "y": "fd ff",
    "OE": "8c",
    "oe": "9c",
    "AE": "c6",
    "DH": "d0",
    "TH": "de",
    "ss": "df",
    "ae": "e6",
    "dh": "f0",
    "th": "fe",
}

PLAIN_BYTES = {byte: plain for plain, codes in _BYTES.items() for byte in bytes.fromhex(codes)}
