#!/usr/bin/env python3
"""The job in Polars: polars_job.py DATA OUT. Threads: POLARS_MAX_THREADS.

Reads both files, gives each distinct word its meaning, joins by code, then by barcode, then by style and words;
compares prices, stocks and barcodes of the pairs; writes mapping.csv and differences.csv.
"""

import sys
import unicodedata
from pathlib import Path

import polars as pl
from polars import col

data, out = Path(sys.argv[1]), Path(sys.argv[2])


def read(name: str, columns: dict[str, str]) -> pl.DataFrame:
    """The columns of a file that are needed, as text, under our names."""
    return pl.read_csv(data / name, columns=list(columns), infer_schema=False).rename(columns)


def plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).strip().casefold()


words = read("words.csv", {"kind": "kind", "label": "label", "canonical": "meaning"})
meanings = {(kind, plain(label)): meaning for kind, label, meaning in words.iter_rows()}


def understood(frame: pl.DataFrame) -> pl.DataFrame:
    """Words replaced by what they mean, each distinct one looked up once; prices in cents, stocks as numbers."""
    columns = []
    for kind in ("colour", "size"):
        table = {word: meanings.get((kind, plain(word)), plain(word)) for word in frame[kind].unique().drop_nulls()}
        columns.append(col(kind).replace_strict(table, default=None, return_dtype=pl.String))
    cents = (col("price").cast(pl.Float64) * 100).round().cast(pl.Int32)
    return frame.with_columns(*columns, price=cents, stock=col("stock").cast(pl.Int32))


same = {name: name for name in ("sku", "barcode", "colour", "size", "price", "stock")}
supplier = understood(read("supplier.csv", {**same, "style_code": "style"}))
shop = understood(
    read(
        "shop.csv",
        {
            "shop_sku_id": "shop_sku",
            "item_code": "style",
            "colour_name": "colour",
            "size_name": "size",
            "supplier_sku": "sku",
            "barcode": "barcode",
            "sale_price": "price",
            "quantity": "stock",
        },
    )
).with_columns(col("sku").replace("", None), col("barcode").replace("", None))

# By code; then, of what is left, by barcode; then by style and words.
ids = ["sku", "shop_sku"]
by_code = shop.filter(col("sku").is_not_null()).join(supplier, on="sku", how="semi").select(ids)
left = supplier.join(by_code, on="sku", how="anti")
rest = shop.filter(col("sku").is_null()).drop("sku")
by_barcode = rest.filter(col("barcode").is_not_null()).join(left.select("sku", "barcode"), on="barcode").select(ids)
left = left.join(by_barcode, on="sku", how="anti")
rest = rest.join(by_barcode, on="shop_sku", how="anti")
words_of = ["style", "colour", "size"]
by_words = rest.join(left.select("sku", *words_of), on=words_of).select(ids)
found = pl.concat([by_code, by_barcode, by_words])

both = found.join(supplier.drop("style"), on="sku").join(shop.drop("sku", "style"), on="shop_sku", suffix="_shop")
agrees = (col("colour") == col("colour_shop")) & (col("size") == col("size_shop"))
pairs = both.filter(agrees)
pairs.select(ids).write_csv(out / "mapping.csv")


def rows(kind: str, frame: pl.DataFrame, theirs: str | None = None, ours: str | None = None) -> pl.DataFrame:
    def text(name: str | None) -> pl.Expr:
        return col(name).cast(pl.String) if name in frame.columns else pl.lit(None, dtype=pl.String)

    return frame.select(
        kind=pl.lit(kind), sku=text("sku"), shop_sku=text("shop_sku"), supplier=text(theirs), shop=text(ours)
    )


pl.concat(
    [
        rows("missing", supplier.join(found, on="sku", how="anti")),
        rows("extra", shop.join(found, on="shop_sku", how="anti").drop("sku")),
        rows("duplicate", pairs.filter(col("sku").is_duplicated())),
        rows("contradiction", both.filter(~agrees)),
        rows("price", pairs.filter(col("price") != col("price_shop")), "price", "price_shop"),
        rows("stock", pairs.filter(col("stock") < col("stock_shop")), "stock", "stock_shop"),
        rows("barcode", pairs.filter(col("barcode") != col("barcode_shop")), "barcode", "barcode_shop"),
    ]
).write_csv(out / "differences.csv")
