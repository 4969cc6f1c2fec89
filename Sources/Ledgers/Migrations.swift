import GRDB

/// The ledger's tables, as they came to be. A number that was published is never changed; a new one is added.
///
/// Times are text as `Moment` writes it (`2026-11-03T02:30:00`), which sorts as time does. A `key` is 64 bits of hash of
/// what makes a row the same from run to run; it is worked out anew by `RowKey` and no other program needs it.
enum Migrations {
    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { try $0.execute(sql: one) }
        migrator.registerMigration("2") { try $0.execute(sql: two) }
        migrator.registerMigration("3") { try $0.execute(sql: three) }
        return migrator
    }

    private static let one = """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, at TEXT NOT NULL, program TEXT NOT NULL,
            lexicon TEXT NOT NULL, settings TEXT NOT NULL,
            matched INTEGER NOT NULL DEFAULT 0, in_review INTEGER NOT NULL DEFAULT 0,
            unmatched INTEGER NOT NULL DEFAULT 0, new INTEGER NOT NULL DEFAULT 0, open INTEGER NOT NULL DEFAULT 0,
            resolved INTEGER NOT NULL DEFAULT 0, worst TEXT NOT NULL DEFAULT '', told INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, leg TEXT NOT NULL) STRICT;
        -- A file that was in force for a source: what it said was taken for true.
        CREATE TABLE version (
            id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source, digest TEXT NOT NULL,
            feed TEXT NOT NULL, profile TEXT NOT NULL, encoding TEXT NOT NULL, styles INTEGER NOT NULL,
            variants INTEGER NOT NULL, stated TEXT, first_run INTEGER NOT NULL REFERENCES run,
            last_run INTEGER REFERENCES run
        ) STRICT;
        -- What came for a source in a run, and what became of it.
        CREATE TABLE input (
            run INTEGER NOT NULL REFERENCES run, source INTEGER NOT NULL REFERENCES source, digest TEXT NOT NULL,
            modified TEXT, verdict TEXT NOT NULL, version INTEGER REFERENCES version, by TEXT NOT NULL DEFAULT '',
            reason TEXT NOT NULL DEFAULT '', PRIMARY KEY (run, source)
        ) STRICT;
        -- What a code of a source meant, from the first run to the last one in which it did.
        CREATE TABLE meaning (
            id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source, style TEXT NOT NULL, sku TEXT NOT NULL,
            spec TEXT NOT NULL, title TEXT NOT NULL, key INTEGER NOT NULL, first_run INTEGER NOT NULL REFERENCES run,
            last_run INTEGER REFERENCES run
        ) STRICT;
        CREATE INDEX meaning_sku ON meaning (sku);
        -- Which variant was which, from the first run to the last one in which it was accepted.
        CREATE TABLE mapping (
            id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source,
            supplier_style TEXT NOT NULL, supplier_sku TEXT NOT NULL, supplier_spec TEXT NOT NULL,
            shop_style TEXT NOT NULL, shop_sku TEXT NOT NULL, shop_spec TEXT NOT NULL, decision TEXT NOT NULL,
            evidence TEXT NOT NULL, key INTEGER NOT NULL, first_run INTEGER NOT NULL REFERENCES run,
            last_run INTEGER REFERENCES run
        ) STRICT;
        CREATE INDEX mapping_supplier ON mapping (supplier_sku);
        CREATE INDEX mapping_shop ON mapping (shop_sku);
        -- What people decided of pairs, as the file of decisions had it.
        CREATE TABLE decision (
            id INTEGER PRIMARY KEY, verdict TEXT NOT NULL, supplier_style TEXT NOT NULL, supplier_sku TEXT NOT NULL,
            supplier_spec TEXT NOT NULL, shop_style TEXT NOT NULL, shop_sku TEXT NOT NULL, shop_spec TEXT NOT NULL,
            by TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL, key INTEGER NOT NULL,
            first_run INTEGER NOT NULL REFERENCES run, last_run INTEGER REFERENCES run
        ) STRICT;
        CREATE TABLE mismatch (
            id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source, code TEXT NOT NULL,
            severity TEXT NOT NULL, who TEXT NOT NULL,
            supplier_style TEXT NOT NULL, supplier_title TEXT NOT NULL, supplier_sku TEXT NOT NULL,
            supplier_spec TEXT NOT NULL, supplier_line INTEGER NOT NULL,
            shop_style TEXT NOT NULL, shop_title TEXT NOT NULL, shop_sku TEXT NOT NULL, shop_code TEXT NOT NULL,
            shop_spec TEXT NOT NULL, shop_line INTEGER NOT NULL, field TEXT NOT NULL, supplier_value TEXT NOT NULL, shop_value TEXT NOT NULL,
            action TEXT NOT NULL, evidence TEXT NOT NULL, stock_at_risk INTEGER, orders_at_risk INTEGER,
            key INTEGER NOT NULL, first_run INTEGER NOT NULL REFERENCES run, opened_run INTEGER NOT NULL REFERENCES run,
            last_run INTEGER NOT NULL REFERENCES run, resolved_run INTEGER REFERENCES run,
            ack_by TEXT NOT NULL DEFAULT '', ack_reason TEXT NOT NULL DEFAULT '', ack_until TEXT
        ) STRICT;
        CREATE UNIQUE INDEX mismatch_key ON mismatch (key);
        CREATE INDEX mismatch_open ON mismatch (resolved_run) WHERE resolved_run IS NULL;
        -- The life of each mismatch: opened, changed, acknowledged, resolved, back.
        CREATE TABLE event (
            id INTEGER PRIMARY KEY, mismatch INTEGER NOT NULL REFERENCES mismatch, run INTEGER REFERENCES run,
            at TEXT NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL
        ) STRICT;
        CREATE INDEX event_mismatch ON event (mismatch);
        CREATE TABLE change (
            id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run, source INTEGER NOT NULL REFERENCES source,
            kind TEXT NOT NULL, at TEXT NOT NULL, dated_by TEXT NOT NULL, style TEXT NOT NULL, title TEXT NOT NULL,
            sku TEXT NOT NULL, spec TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, line INTEGER NOT NULL,
            spelling INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX change_run ON change (run);
        -- When a change of a supplier's reached another leg; still on its way while `arrived` is NULL.
        CREATE TABLE arrival (
            change INTEGER NOT NULL REFERENCES change, source INTEGER NOT NULL REFERENCES source, arrived TEXT,
            PRIMARY KEY (change, source)
        ) STRICT;
        CREATE INDEX arrival_open ON arrival (change) WHERE arrived IS NULL;
        CREATE TABLE notice (
            run INTEGER NOT NULL REFERENCES run, source INTEGER NOT NULL REFERENCES source, code TEXT NOT NULL,
            held INTEGER NOT NULL, zh TEXT NOT NULL, en TEXT NOT NULL
        ) STRICT;
        CREATE INDEX notice_source ON notice (source, code);
        -- Mails as they were made: they leave after the run is written, and again while they have not left.
        CREATE TABLE mail (
            id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run, name TEXT NOT NULL, at TEXT NOT NULL,
            message_id TEXT NOT NULL UNIQUE, sender TEXT NOT NULL, recipients TEXT NOT NULL, subject TEXT NOT NULL,
            content BLOB NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
            answer TEXT NOT NULL DEFAULT '', sent TEXT
        ) STRICT;
        CREATE INDEX mail_waiting ON mail (state) WHERE state = 'waiting';
        -- What a supplier was asked, so that the same is not asked every night.
        CREATE TABLE question (
            source INTEGER NOT NULL REFERENCES source, key TEXT NOT NULL, run INTEGER NOT NULL REFERENCES run,
            at TEXT NOT NULL, PRIMARY KEY (source, key)
        ) STRICT;
        """

    /// What is asked of single styles before they are listed is found by their codes.
    private static let two = """
        CREATE INDEX change_style ON change (style);
        CREATE INDEX mismatch_supplier_style ON mismatch (supplier_style) WHERE resolved_run IS NULL;
        CREATE INDEX mismatch_shop_style ON mismatch (shop_style) WHERE resolved_run IS NULL;
        """

    /// What has no codes is found by its style.
    private static let three = """
        CREATE INDEX mapping_supplier_style ON mapping (supplier_style, supplier_sku);
        CREATE INDEX mapping_shop_style ON mapping (shop_style, shop_sku);
        """
}
