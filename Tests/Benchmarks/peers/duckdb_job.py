#!/usr/bin/env python3
"""The job in DuckDB: duckdb_job.py DATA OUT [THREADS].

Reads both files, gives each distinct word its meaning, joins by code, then by barcode, then by style and words;
compares prices, stocks and barcodes of the pairs; writes mapping.csv and differences.csv.
"""

import sys

import duckdb

data, out = sys.argv[1:3]
# Full-width letters are narrowed by hand: DuckDB normalises to NFC only.
narrow = "".join(map(chr, range(0x21, 0x7F))).replace("'", "''")
wide = "".join(chr(code + 0xFEE0) for code in range(0x21, 0x7F))


def plain(word: str) -> str:
    return f"lower(trim(translate({word}, '{wide}', '{narrow}')))"


def read(name: str) -> str:
    return f"read_csv('{data}/{name}', header = true, all_varchar = true)"


def meanings(kind: str) -> str:
    """Each distinct word of both files, looked up once."""
    return f"""
        CREATE TABLE {kind}s AS
        SELECT word, coalesce(canonical, plain) AS meaning
        FROM (SELECT word, {plain("word")} AS plain
              FROM (SELECT {kind} AS word FROM supplier_text UNION SELECT {kind} FROM shop_text))
        LEFT JOIN words ON kind = '{kind}' AND label = plain;
    """


connection = duckdb.connect()
connection.execute(f"SET threads = {int(sys.argv[3]) if len(sys.argv) > 3 else 1}")
connection.execute(f"""
    CREATE TABLE words AS
    SELECT kind, {plain("label")} AS label, min(canonical) AS canonical FROM {read("words.csv")} GROUP BY ALL;

    CREATE TABLE supplier_text AS
    SELECT sku, style_code AS style, colour, size, barcode, price, stock FROM {read("supplier.csv")};

    CREATE TABLE shop_text AS
    SELECT shop_sku_id AS shop_sku, item_code AS style, colour_name AS colour, size_name AS size,
        nullif(supplier_sku, '') AS sku, nullif(barcode, '') AS barcode, sale_price AS price, quantity AS stock
    FROM {read("shop.csv")};

    {meanings("colour")}
    {meanings("size")}

    CREATE TABLE supplier AS
    SELECT sku, style, c.meaning AS colour, s.meaning AS size, barcode,
        price::DECIMAL(12, 2) AS price, stock::INT AS stock
    FROM supplier_text LEFT JOIN colours c ON c.word = colour LEFT JOIN sizes s ON s.word = size;

    CREATE TABLE shop AS
    SELECT shop_sku::BIGINT AS shop_sku, style, c.meaning AS colour, s.meaning AS size, sku, barcode,
        price::DECIMAL(12, 2) AS price, stock::INT AS stock
    FROM shop_text LEFT JOIN colours c ON c.word = colour LEFT JOIN sizes s ON s.word = size;

    DROP TABLE supplier_text;
    DROP TABLE shop_text;

    -- By code; then, of what is left, by barcode; then by style and words.
    CREATE TABLE by_code AS
    SELECT sku, shop_sku FROM shop SEMI JOIN supplier USING (sku);

    CREATE TABLE by_barcode AS
    SELECT s.sku, shop_sku
    FROM (SELECT * FROM supplier ANTI JOIN by_code USING (sku)) s
    JOIN (SELECT * FROM shop WHERE sku IS NULL) USING (barcode);

    CREATE TABLE by_words AS
    SELECT s.sku, shop_sku
    FROM (SELECT * FROM supplier ANTI JOIN by_code USING (sku) ANTI JOIN by_barcode USING (sku)) s
    JOIN (SELECT * FROM shop ANTI JOIN by_barcode USING (shop_sku) WHERE sku IS NULL) USING (style, colour, size);

    CREATE TABLE found AS FROM by_code UNION ALL FROM by_barcode UNION ALL FROM by_words;

    CREATE TABLE pairs AS
    SELECT f.sku, f.shop_sku, s.colour = h.colour AND s.size = h.size AS agrees, s.price, h.price AS shop_price,
        s.stock, h.stock AS shop_stock, s.barcode, h.barcode AS shop_barcode
    FROM found f JOIN supplier s ON s.sku = f.sku JOIN shop h ON h.shop_sku = f.shop_sku;

    COPY (SELECT sku, shop_sku FROM pairs WHERE agrees) TO '{out}/mapping.csv' (HEADER);
    COPY (
        SELECT 'missing' AS kind, sku, NULL AS shop_sku, NULL AS supplier, NULL AS shop
        FROM supplier ANTI JOIN found USING (sku)
        UNION ALL SELECT 'extra', NULL, shop_sku, NULL, NULL FROM shop ANTI JOIN found USING (shop_sku)
        UNION ALL SELECT 'duplicate', sku, min(shop_sku), NULL, NULL
        FROM pairs WHERE agrees GROUP BY sku HAVING count(*) > 1
        UNION ALL SELECT 'contradiction', sku, shop_sku, NULL, NULL FROM pairs WHERE NOT agrees
        UNION ALL SELECT 'price', sku, shop_sku, price::VARCHAR, shop_price::VARCHAR
        FROM pairs WHERE agrees AND price <> shop_price
        UNION ALL SELECT 'stock', sku, shop_sku, stock::VARCHAR, shop_stock::VARCHAR
        FROM pairs WHERE agrees AND stock < shop_stock
        UNION ALL SELECT 'barcode', sku, shop_sku, barcode, shop_barcode
        FROM pairs WHERE agrees AND barcode <> shop_barcode
    ) TO '{out}/differences.csv' (HEADER);
""")
