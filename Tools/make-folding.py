#!/usr/bin/env python3
"""Writes Sources/CSpecData/lexicon/folding.csv: what each character becomes before words are compared.

    apt-get install opencc libopencc-data && python3 Tools/make-folding.py > Sources/CSpecData/lexicon/folding.csv

Rows are `from,to` in hexadecimal code points, separated by blanks where there are several; ASCII is not listed, its
capitals are folded in code. A `from` of two code points is a letter and a combining mark that make one letter.
An empty `to` means that the character is dropped. Sources: the Unicode Character Database (Unicode licence), through
Python's unicodedata; OpenCC's traditional-to-simplified characters (Apache-2.0), through its command `opencc -c t2s`.
"""
import subprocess
import sys
import unicodedata

# One character of these has two simplified forms by context, and may stay as it is: left alone.
AMBIGUOUS = '乾著藉徵瞭夥於覆'
BLANKS = [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200B)]
DROPPED = [0xAD, 0x180E, 0xFEFF, 0xFE0E, 0xFE0F, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065)]
# Signs that catalogues use for one another. Fractions become decimals, so that 5½ is 5.5 and not 51/2.
OWN = {
    '×': 'x', '✕': 'x', '✖': 'x', '╳': 'x', '＊': '*', '∗': '*', '½': '.5', '¼': '.25', '¾': '.75',
    '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-', '－': '-', '～': '~', '〜': '~', '∼': '~',
    '“': '"', '”': '"', '″': '"', '‟': '"', '‘': "'", '’': "'", '′': "'", '´': "'", '｀': '`',
    '【': '[', '】': ']', '〔': '[', '〕': ']', '［': '[', '］': ']', '「': '[', '」': ']', '『': '[', '』': ']',
    '〖': '[', '〗': ']', '《': '(', '》': ')', '〈': '(', '〉': ')', '{': '(', '}': ')', '｛': '(', '｝': ')',
    '、': ',', '，': ',', '；': ';', '：': ':', '／': '/', '｜': '|', '∕': '/', '⁄': '/', '＋': '+', '・': ' ', '·': ' ', '•': ' ',
    '。': '.', '￥': '¥', '№': '#', '＃': '#',
}


def compatible(character):
    text = unicodedata.normalize('NFKC', character)
    return character if any(c.isspace() for c in text) or '\u0338' in text else text


def simplified(characters):
    run = subprocess.run(['opencc', '-c', 't2s'], input='\n'.join(characters), capture_output=True, text=True, check=True)
    return dict(zip(characters, run.stdout.split('\n')))


def main():
    han = [chr(c) for c in [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xF900, 0xFB00)] if chr(c) not in AMBIGUOUS]
    simple = simplified([unicodedata.normalize('NFKC', c) for c in han])
    table = {}
    for code in [*range(0x80, 0x3400), *range(0xA640, 0xA720), *range(0xF900, 0xFFF0), *range(0x1D400, 0x1D800),
                 *range(0x1F100, 0x1F1A0)]:
        character = chr(code)
        if code in DROPPED or code in BLANKS or unicodedata.category(character) in ('Cn', 'Cs', 'Co'):
            continue
        if 0x300 <= code < 0x370 or 0xFB50 <= code < 0xFE00:     # combining marks, Arabic presentation forms
            continue
        folded = unicodedata.normalize('NFC', compatible(character).casefold())
        if folded != character and folded:
            table[character] = folded
    for character in han:
        folded = simple[unicodedata.normalize('NFKC', character)]
        if folded != character and len(folded) == 1:
            table[character] = folded
    for code in BLANKS:
        table[chr(code)] = ' '
    for code in DROPPED:
        table[chr(code)] = ''
    for base in [*map(chr, range(0x61, 0x7B)), *map(chr, range(0x430, 0x458))]:
        for mark in range(0x300, 0x330):
            whole = unicodedata.normalize('NFC', base + chr(mark))
            if len(whole) == 1:
                table[base + chr(mark)] = whole
    table.update({k: v for k, v in OWN.items() if len(k) == 1 and (ord(k) > 127 or k in '{}')})
    for character, folded in list(table.items()):            # once folded is folded for good
        table[character] = ''.join(table.get(c, c) for c in folded)
    out = ['# From the Unicode Character Database (Unicode licence) and OpenCC (Apache-2.0), by Tools/make-folding.py', 'from,to']
    for character in sorted(table):
        out.append(' '.join('%X' % ord(c) for c in character) + ',' + ' '.join('%X' % ord(c) for c in table[character]))
    sys.stdout.write('\n'.join(out) + '\n')


if __name__ == '__main__':
    main()
