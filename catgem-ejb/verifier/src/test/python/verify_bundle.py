#!/usr/bin/env python3
"""A second verifier of evidence bundles, written after FORMAT.md alone and with the standard library only.

    verify_bundle.py [--key KEY] [--checkpoint FILE] BUNDLE.zip...   ("-": names of bundles, one a line, on standard input)

One line a bundle: VALID, ALTERED or INCOMPLETE, its name, and what was found first. Exit code 0, 1, 2 of the worst.
Ed25519 is done by hand (RFC 8032 section 5.1.7), so that nothing is shared with the other verifier.
"""
import base64
import binascii
import functools
import hashlib
import json
import re
import sys
import zipfile
import zlib

LIMIT = 256 << 20
HEAD = "catgem-evidence-bundle/1\n"
NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._/-]{0,119}\Z")
NUMBER = re.compile(r"(0|[1-9][0-9]{0,17})\Z")

# --- Ed25519 ---------------------------------------------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if x2 == 0:
        return None if sign else 0
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * ROOT % P
    if (x * x - x2) % P:
        return None
    return P - x if x & 1 != sign else x


def add(a, b):
    # extended coordinates (X, Y, Z, T), x = X/Z, y = Y/Z, xy = T/Z
    m = (a[1] - a[0]) * (b[1] - b[0]) % P
    n = (a[1] + a[0]) * (b[1] + b[0]) % P
    c = 2 * a[3] * b[3] * D % P
    d = 2 * a[2] * b[2] % P
    e, f, g, h = n - m, d - c, d + c, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def decoded(data):
    y = int.from_bytes(data, "little")
    sign = y >> 255
    y &= (1 << 255) - 1
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def encoded(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


@functools.lru_cache(maxsize=4096)
def ed25519(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    a = decoded(public)
    s = int.from_bytes(signature[32:], "little")
    if a is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    minus = (P - a[0], a[1], a[2], P - a[3])
    return encoded(add(times(s, BASE), times(h, minus))) == signature[:32]


# --- the tree of RFC 9162 ---------------------------------------------------------------------------------------------

def sha256(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.digest()


def root_of(leaf, index, size, path):
    """RFC 9162 section 2.1.3.2, step by step."""
    if index >= size:
        return None
    fn, sn, r = index, size - 1, leaf
    for p in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            r = sha256(b"\x01", p, r)
            if not fn & 1:
                while fn and not fn & 1:
                    fn >>= 1
                    sn >>= 1
        else:
            r = sha256(b"\x01", r, p)
        fn >>= 1
        sn >>= 1
    return r if sn == 0 else None


def consistent(first, first_root, second, second_root, path):
    """RFC 9162 section 2.1.4.2, step by step."""
    if first == second:
        return not path and first_root == second_root
    if first <= 0 or first > second or not path:
        return False
    if first & (first - 1) == 0:
        path = [first_root] + path
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn >>= 1
        sn >>= 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr = sha256(b"\x01", c, fr)
            sr = sha256(b"\x01", c, sr)
            if not fn & 1:
                while fn and not fn & 1:
                    fn >>= 1
                    sn >>= 1
        else:
            sr = sha256(b"\x01", sr, c)
        fn >>= 1
        sn >>= 1
    return sn == 0 and fr == first_root and sr == second_root


# --- forms --------------------------------------------------------------------------------------------------------------

class Malformed(Exception):
    pass


def b64(text, what, length=None):
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError, ValueError):
        raise Malformed(what) from None
    if base64.b64encode(data).decode() != text or length is not None and len(data) != length:
        raise Malformed(what)
    return data


def canonical(value):
    """RFC 8785 for what is used here: no fractions; keys in the order of their UTF-16 code units."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(quoted(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, str):
        return quoted(value)
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    raise ValueError


def quoted(text):
    short = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return '"' + "".join(short.get(c) or (c if c >= " " else "\\u%04x" % ord(c)) for c in text) + '"'


def parsed(text, what):
    try:
        value = json.loads(text)
        if isinstance(value, dict) and canonical(value) == text:
            return value
    except (ValueError, RecursionError):
        pass
    raise Malformed(what)


def note(text, what):
    end = text.rfind("\n\n")
    if end < 0 or not text.endswith("\n"):
        raise Malformed(what)
    lines = []
    for line in text[end + 2:-1].split("\n"):
        head, _, data = line.rpartition(" ")
        if not head.startswith("\u2014 ") or len(head) < 3:
            raise Malformed(what)
        data = b64(data, what)
        if len(data) < 5:
            raise Malformed(what)
        lines.append((head[2:], data))
    if len(lines) > 100:
        raise Malformed(what)
    return text[:end + 1], lines


def checkpoint(text, what):
    lines = text.split("\n")
    if len(lines) < 4 or not lines[0].strip() or not NUMBER.match(lines[1]):
        raise Malformed(what)
    return lines[0], int(lines[1]), b64(lines[2], what, 32)


class Key:
    def __init__(self, text, what):
        parts = text.split("+", 2)
        if len(parts) != 3 or not parts[0].strip() or " " in parts[0]:
            raise Malformed(what)
        self.text, self.name = text, parts[0]
        data = b64(parts[2], what, 33)
        self.algorithm, self.point = data[0], data[1:]
        self.id = sha256(self.name.encode() + b"\n", data)[:4]
        if self.algorithm not in (1, 4) or self.id.hex() != parts[1]:
            raise Malformed(what)

    def verifies(self, text, data):
        message, signature = text.encode(), data[4:]
        if self.algorithm == 4:
            if len(signature) != 72:
                return False
            time = int.from_bytes(signature[:8], "big", signed=True)
            message = b"cosignature/v1\ntime %d\n" % time + message
            signature = signature[8:]
        return ed25519(self.point, message, signature)


# --- a bundle -----------------------------------------------------------------------------------------------------------

class Check:
    def __init__(self, trusted, held):
        self.trusted, self.held = trusted, held
        self.altered, self.incomplete = [], []
        self.files = {}

    def read(self, path):
        left = LIMIT
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            if len(infos) > 2000:
                self.incomplete.append("too many files")
                return False
            for info in infos:
                if not NAME.match(info.filename) or ".." in info.filename or info.filename.endswith("/"):
                    self.altered.append("unknown file")
                    continue
                with archive.open(info) as file:
                    file._expected_crc = None  # what counts is the hash that was signed
                    data = file.read(left + 1)
                left -= len(data)
                if left < 0:
                    self.incomplete.append("too large")
                    return False
                if info.filename in self.files:
                    self.altered.append("twice: " + info.filename)
                self.files[info.filename] = data
        return True

    def has(self, name):
        if name not in self.files:
            self.incomplete.append("missing: " + name)
            return False
        return True

    def text(self, name):
        try:
            return self.files[name].decode("utf-8")
        except UnicodeDecodeError:
            raise Malformed(name) from None

    def lines(self, name):
        text = self.text(name)
        if not text:
            return []
        if not text.endswith("\n"):
            raise Malformed(name)
        return text[:-1].split("\n")

    def signed(self, text, lines, what, origin):
        known = trusted = False
        for name, data in lines:
            for key in self.keys:
                if name == key.name and data[:4] == key.id:
                    if not key.verifies(text, data):
                        self.altered.append("signature of " + what)
                        return
                    if key.algorithm == 1 and key.name == origin:
                        known = True
                        trusted = trusted or key.text in self.trusted
        if not known:
            self.incomplete.append("no key for " + what)
        elif self.trusted and not trusted:
            self.altered.append("key not trusted: " + what)

    def check(self):
        if not (self.has("keys.txt") & self.has("manifest.note")):
            return
        self.keys = [Key(line, "keys.txt") for line in dict.fromkeys(self.lines("keys.txt"))]
        text, lines = note(self.text("manifest.note"), "manifest.note")
        if not text.startswith(HEAD):
            raise Malformed("manifest.note")
        manifest = parsed(text[len(HEAD):-1], "manifest.note")
        for name in ("origin", "kind", "subject"):
            if not isinstance(manifest.get(name), str):
                raise Malformed("manifest.note " + name)
        if not isinstance(manifest.get("files"), dict) or type(manifest.get("leaves")) is not int:
            raise Malformed("manifest.note")
        self.signed(text, lines, "manifest.note", manifest["origin"])
        for name, hashed in manifest["files"].items():
            if self.has(name) and sha256(self.files[name]).hex() != hashed:
                self.altered.append("changed: " + name)
        for name in self.files:
            if name != "manifest.note" and name not in manifest["files"]:
                self.altered.append("not in the manifest: " + name)
        checkpoints = self.checkpoints(manifest["origin"])
        procedures = self.procedures()
        if self.has("leaves.jsonl") & self.has("proofs.txt"):
            self.leaves(manifest, checkpoints, procedures)

    def checkpoints(self, origin):
        found = []
        while "checkpoint-%d.txt" % (len(found) + 1) in self.files:
            name = "checkpoint-%d.txt" % (len(found) + 1)
            text, lines = note(self.text(name), name)
            one = checkpoint(text, name)
            if one[0] != origin:
                self.altered.append("other origin: " + name)
            self.signed(text, lines, name, one[0])
            found.append(one)
        if len(found) < 2:
            self.incomplete.append("missing: a checkpoint")
        if self.has("consistency.txt"):
            proofs = self.lines("consistency.txt")
            if len(proofs) != max(0, len(found) - 1):
                raise Malformed("consistency.txt")
            for before, after, line in zip(found, found[1:], proofs):
                parts = line.split(" ")
                path = [b64(part, "consistency.txt", 32) for part in parts[2:]]
                if parts[:2] != [str(before[1]), str(after[1])] or not consistent(
                        before[1], before[2], after[1], after[2], path):
                    self.altered.append("%d does not continue %d" % (after[1], before[1]))
        for held in self.held:
            same = [one for one in found if one[1] == held[1]]
            if not same:
                self.incomplete.append("no proof to the checkpoint of size %d" % held[1])
            elif same[0] != held:
                self.altered.append("another log at size %d" % held[1])
        return found

    def procedures(self):
        codes = {}
        for name, data in self.files.items():
            if name.startswith("procedures/"):
                hashed = name[len("procedures/"):].replace(".json", "")
                if sha256(data).hex() != hashed:
                    self.altered.append("procedure " + hashed)
                    continue
                steps = parsed(self.text(name), name).get("steps")
                codes[hashed] = {str(step.get("code")) if isinstance(step, dict) else "" for step in steps} \
                    if isinstance(steps, list) else set()
        return codes

    def leaves(self, manifest, checkpoints, procedures):
        texts, proofs = self.lines("leaves.jsonl"), self.lines("proofs.txt")
        if len(texts) < manifest["leaves"]:
            self.incomplete.append("%d of %d records" % (len(texts), manifest["leaves"]))
        elif len(texts) > manifest["leaves"]:
            self.altered.append("%d records instead of %d" % (len(texts), manifest["leaves"]))
        if len(proofs) > len(texts):
            self.altered.append("more proofs than records")
        day, sample = manifest["kind"] == "DAY", manifest["kind"] == "SAMPLE"
        subjects = manifest.get("subjects") if sample else [manifest["subject"]]
        if not (isinstance(subjects, list) and subjects and all(isinstance(one, str) for one in subjects)
                and len(set(subjects)) == len(subjects)):
            raise Malformed("manifest.note subjects")
        before, expected, steps = -1, dict.fromkeys(subjects, 1), {}
        for number, text in enumerate(texts, 1):
            if number > len(proofs):
                self.incomplete.append("record %d without proof" % number)
                continue
            what = "proofs.txt %d" % number
            parts = proofs[number - 1].split(" ")
            if not NUMBER.match(parts[0]):
                raise Malformed(what)
            index, path = int(parts[0]), [b64(part, what, 32) for part in parts[1:]]
            if checkpoints and root_of(
                    sha256(b"\x00", text.encode()), index, checkpoints[-1][1], path) != checkpoints[-1][2]:
                self.altered.append("record %d (position %d)" % (number, index))
            if index <= before:
                self.altered.append("record %d out of order" % number)
            elif day and before >= 0 and index != before + 1:
                self.incomplete.append("position %d is missing" % (before + 1))
            before = max(before, index)
            leaf = parsed(text, "leaves.jsonl %d" % number)
            hashed = leaf.get("procedure")
            if isinstance(hashed, str):
                if hashed not in procedures:
                    self.incomplete.append("procedure missing: " + hashed)
                elif isinstance(leaf.get("step"), str) and leaf["step"] not in procedures[hashed]:
                    self.altered.append("step %s is not of its procedure" % leaf["step"])
            if day:
                continue
            owner = leaf.get("execution") if leaf.get("contact") is None else leaf["contact"]
            refs = leaf.get("refs")
            if sample and owner is None and isinstance(refs, dict) and refs.get("audit") == manifest["subject"]:
                continue
            if not isinstance(owner, str) or owner not in expected:
                self.altered.append("record %d is foreign" % number)
                continue
            n = leaf.get("n")
            if type(n) is not int:
                raise Malformed("leaves.jsonl %d" % number)
            if n > expected[owner]:
                self.incomplete.append("record n=%d is missing" % expected[owner])
            expected[owner] = n + 1
            if leaf.get("kind") == "STEP" and type(leaf.get("k")) is int:
                counted = steps.setdefault(leaf.get("execution"), set())
                if leaf["k"] in counted:
                    self.altered.append("step %d twice" % leaf["k"])
                counted.add(leaf["k"])
        if sample and 1 in expected.values():
            self.incomplete.append("a folio of the sample is missing")
        for counted in steps.values():
            gap = next((k for k in range(1, len(counted) + 1) if k not in counted), None)
            if gap:
                self.incomplete.append("step %d is missing" % gap)


def verify(path, trusted=(), held=()):
    """(0, 1 or 2; what was found first)"""
    check = Check(set(trusted), held)
    try:
        if check.read(path):
            check.check()
    except Malformed as fault:
        check.altered.append("form of %s" % fault)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError, RuntimeError) as fault:
        check.incomplete.append("not readable: " + type(fault).__name__)
    except MemoryError:
        check.incomplete.append("too large")
    except Exception as fault:  # a way of being wrong that nobody thought of
        check.altered.append("form: " + type(fault).__name__)
    if check.altered:
        return 1, check.altered[0]
    return (2, check.incomplete[0]) if check.incomplete else (0, "")


def main(arguments):
    trusted, held, paths = [], [], []
    rest = iter(arguments)
    try:
        for argument in rest:
            if argument == "--key":
                trusted.append(Key(next(rest), "--key").text)
            elif argument == "--checkpoint":
                with open(next(rest), encoding="utf-8") as file:  # any kind of line break
                    text = file.read()
                    text += "" if text.endswith("\n") else "\n"
                    held.append(checkpoint(note(text, "--checkpoint")[0], "--checkpoint"))
            elif argument == "-":
                paths.extend(line.rstrip("\n") for line in sys.stdin)
            else:
                paths.append(argument)
    except (Malformed, StopIteration, OSError, ValueError) as fault:
        print("not understood: %s" % fault)
        return 2
    codes = set()
    for path in paths:
        code, found = verify(path, trusted, held)
        codes.add(code)
        print(("VALID", "ALTERED", "INCOMPLETE")[code], path, found)
    if not paths:
        print(__doc__)
        return 2
    return 1 if 1 in codes else max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
