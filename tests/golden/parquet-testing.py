"""What the files of the Parquet project's own test collection hold, as another reader sees it: rows, and per column a
hash of all values. Hashes only, no values.

    python tests/golden/parquet-testing.py ../shared/data/ugly/parquet-testing tests/golden/parquet-testing.json

Made with pyarrow 26.0.1. Values are written one way on both sides (see tests/unit/data/readers/parquet-testing.test.ts):
doubles and floats as the 16 hex digits of the double's bits, whole numbers and decimals as digits, bytes as the text they
spell in UTF-8 or else ASCII with \\xNN, times to the microsecond as text, lists and groups as JSON. A null is U+2205.
"""

import hashlib
import json
import pathlib
import re
import struct
import sys

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

NULL = "\u2205"
LAST_MICROSECOND = 9_223_372_036_854_775_806
FIRST_MICROSECOND = -9_223_372_022_400_000_000


def text_of_bytes(value):
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(chr(b) if 32 <= b < 127 and b != 92 else f"\\x{b:02X}" for b in value)


def text_of_moment(micros):
    seconds, fraction = divmod(micros, 1_000_000)
    days, seconds = divmod(seconds, 86_400)
    date = np.datetime_as_string(np.datetime64(days, "D"))
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{date} {clock}" + (f".{fraction:06}".rstrip("0") if fraction else "")


def micros_of(scalar):
    unit = {"s": 1_000_000, "ms": 1_000, "us": 1}.get(scalar.type.unit)
    return scalar.value * unit if unit else scalar.value // 1_000


def json_number(value):
    if value != value:
        return '"NaN"'
    if value in (float("inf"), float("-inf")):
        return '"Infinity"' if value > 0 else '"-Infinity"'
    shown = repr(value)
    return re.sub(r"e([+-])0+", r"e\1", shown[:-2] if shown.endswith(".0") else shown)


def as_json(scalar):
    kind = scalar.type
    if not scalar.is_valid:
        return "null"
    if pa.types.is_map(kind):
        pairs = [(as_json(item["key"]), as_json(item["value"])) for item in scalar.values]
        return "{" + ", ".join(f"{k if k.startswith(chr(34)) else json.dumps(k)}: {v}" for k, v in pairs) + "}"
    if pa.types.is_list(kind) or pa.types.is_large_list(kind) or pa.types.is_fixed_size_list(kind):
        return "[" + ", ".join(as_json(item) for item in scalar.values) + "]"
    if pa.types.is_struct(kind):
        members = [(kind.field(i).name, scalar[i]) for i in range(kind.num_fields)]
        return "{" + ", ".join(f"{json.dumps(n, ensure_ascii=False)}: {as_json(v)}" for n, v in members) + "}"
    if pa.types.is_floating(kind):
        return json_number(scalar.as_py())
    if pa.types.is_integer(kind) or pa.types.is_decimal(kind):
        return plain(scalar)
    if pa.types.is_boolean(kind):
        return plain(scalar)
    return json.dumps(plain(scalar), ensure_ascii=False)


def plain(scalar):
    kind = scalar.type
    if pa.types.is_boolean(kind):
        return "true" if scalar.as_py() else "false"
    if pa.types.is_decimal(kind):
        return format(scalar.as_py(), "f")
    if pa.types.is_timestamp(kind):
        return text_of_moment(micros_of(scalar))
    value = scalar.as_py()
    return text_of_bytes(value) if isinstance(value, bytes) else str(value)


def canonical(scalar):
    kind = scalar.type
    if not scalar.is_valid:
        return NULL
    if pa.types.is_nested(kind):
        return as_json(scalar)
    if pa.types.is_floating(kind):
        value = scalar.as_py()
        return "nan" if value != value else struct.pack(">d", value).hex()
    return plain(scalar)


def in_calendar(coarse):
    """By milliseconds, because microseconds of 96-bit timestamps wrap around."""
    known = pa.types.is_timestamp(coarse.type) and coarse.is_valid
    return not known or FIRST_MICROSECOND <= micros_of(coarse) <= LAST_MICROSECOND


def described(path):
    table = pq.read_table(path, coerce_int96_timestamp_unit="us")
    coarser = pq.read_table(path, coerce_int96_timestamp_unit="ms")
    columns = []
    for column, coarse in zip(table.columns, coarser.columns):
        if isinstance(column.type, pa.ExtensionType):
            column = pa.chunked_array([chunk.storage for chunk in column.chunks], column.type.storage_type)
        values = [canonical(value) if in_calendar(rough) else NULL for value, rough in zip(column, coarse)]
        joined = "\n".join(values)
        columns.append(hashlib.sha256(joined.encode("utf-8")).hexdigest()[:16])
    return {"rows": table.num_rows, "columns": columns}


def main(folder, out):
    found = {}
    root = pathlib.Path(folder) / "data"
    for path in sorted(root.rglob("*.parquet")):
        if path.name == "large_string_map.brotli.parquet":
            continue
        try:
            found[str(path.relative_to(root))] = described(path)
        except (pa.ArrowException, OSError) as error:
            print(path.name, str(error)[:120], file=sys.stderr)
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(value)}" for name, value in found.items())
    pathlib.Path(out).write_text("{\n" + lines + "\n}\n")
    print(len(found), "files")


main(*sys.argv[1:3])
